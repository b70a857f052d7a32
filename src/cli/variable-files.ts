/** `--var-file`s, `--var`s and `--env` → what `${name}` is read as. Source: chaoslib `__init__.py`, `merge_vars`. */
import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { ReportError } from '../errors.js';
import { isObject, type JsonObject, type JsonValue } from '../json.js';
import type { VariableSettings } from '../report/variables.js';
import { readSettingsFile } from './settings-file.js';
import { systemError } from './system-error.js';
import schema from './variables.schema.json' with { type: 'json' };

/** What the command line says of variables. */
export interface VariableRequest {
  readonly variables: ReadonlyMap<string, JsonValue>;
  readonly files: readonly string[];
  /** Whether the environment may be read. */
  readonly env: boolean;
}

/**
 * Reads the files; later ones win, and `--var` wins over all.
 *
 * @throws ReportError naming the file that cannot be read, and why; ReportErrors with all that is wrong in one.
 */
export async function loadVariables(
  { variables, files, env }: VariableRequest,
  environment: NodeJS.ProcessEnv,
): Promise<VariableSettings> {
  const overrides = new Map<string, JsonValue>();
  const secrets = new Map<string, string>();
  const injected: NodeJS.ProcessEnv = {};
  for (const file of files) {
    if (/\.(json|ya?ml)$/i.test(file)) {
      const { configuration, secrets: groups } = await payload(file);
      for (const [name, value] of Object.entries(configuration)) overrides.set(name, value);
      collectSecrets(groups, secrets);
    } else {
      const text = await readFile(file, 'utf8').catch((error: unknown) => {
        throw systemError(error, file);
      });
      Object.assign(injected, parseEnv(text));
    }
  }
  for (const [name, value] of variables) overrides.set(name, value);
  return { overrides, secrets, environment: env ? { ...environment, ...injected } : injected };
}

/** What `variables.schema.json` describes. */
interface VariableFile {
  readonly configuration?: JsonObject | null;
  readonly secrets?: JsonObject | null;
}

async function payload(file: string): Promise<{ readonly configuration: JsonObject; readonly secrets: JsonObject }> {
  const { value } = await readSettingsFile<VariableFile>(file, schema);
  const read = { configuration: value.configuration ?? {}, secrets: value.secrets ?? {} };
  if (Object.keys(read.configuration).length + Object.keys(read.secrets).length === 0) {
    throw new ReportError('settings', 'This gives no variables.', {
      place: { file },
      hint: 'Its top level needs "configuration" or "secrets", each with names and values.',
    });
  }
  return read;
}

/** Secrets stand in groups: only the names inside them count. */
function collectSecrets(groups: JsonObject, secrets: Map<string, string>): void {
  for (const [name, value] of Object.entries(groups)) {
    if (typeof value === 'string') secrets.set(name, value);
    else if (isObject(value) && typeof value.type !== 'string') collectSecrets(value, secrets);
  }
}
