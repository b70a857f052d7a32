/** JSON Schema (2020-12), as far as the schemas of this project use it. A test holds every schema to it. */
import type { JsonValue } from '../json.js';

/** The types that JSON Schema has names for. */
export type TypeName = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

/**
 * A schema. Of the annotations, `title` is what a value is called in messages ("a colour"), and `examples` are what it
 * might look like.
 */
export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly $comment?: string;
  readonly title?: string;
  readonly description?: string;
  readonly default?: JsonValue;
  readonly examples?: readonly JsonValue[];
  readonly type?: TypeName | readonly TypeName[];
  readonly const?: JsonValue;
  readonly enum?: readonly JsonValue[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
}

/** The schema that `$ref` leads to (`#/$defs/colour` of the root), or the schema itself. */
export function resolve(schema: Schema, root: Schema): Schema {
  let found = schema;
  while (found.$ref !== undefined) {
    const next: Schema | undefined = root.$defs?.[found.$ref.replace('#/$defs/', '')];
    if (!next) throw new Error(`The schema has no ${found.$ref}.`);
    found = next;
  }
  return found;
}
