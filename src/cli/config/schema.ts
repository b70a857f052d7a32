/** The table of options → the JSON Schema of configuration files. The build writes it to `config.schema.json`. */
import type { Schema } from '../../settings/schema.js';
import { isPath, SETTABLE, type Settable } from './settable.js';

/** The schema; every option is a key. */
export function configSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:chaos-report:config:1',
    title: 'Configuration of chaos-report',
    description:
      'Options of the command chaos-report, each under its name without the dashes. Flags and environment win.',
    type: 'object',
    properties: {
      $schema: { type: 'string', description: 'Where an editor finds this schema.' },
      ...Object.fromEntries(SETTABLE.map((option) => [option.name, optionSchema(option)])),
    },
    additionalProperties: false,
  };
}

/** A `package.json`, of which the one key is ours. */
export function packageSchema(key: string): Schema {
  return { type: 'object', properties: { [key]: configSchema() }, additionalProperties: true };
}

function optionSchema(option: Settable): Schema {
  const description = `${option.help.join(' ')}${isPath(option) ? ' Relative to this file.' : ''}`;
  if (option.value === undefined) return { description, type: 'boolean' };
  // A whole number may be written as one.
  const value: Schema = { title: `text (${option.value})`, type: ['string', 'integer'] };
  return option.repeatable
    ? { description, anyOf: [value, { title: 'a list', type: 'array', items: value }] }
    : { ...value, description };
}
