/** `--var-file`s, `--var`s and `--env` → what `${name}` is read as. Source: chaoslib `__init__.py`, `merge_vars`. */
import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { ReportError } from '../errors.js';
import { isObject, type JsonObject, type JsonValue } from '../json.js';
import type { VariableSettings } from '../report/variables.js';
import { systemError } from './system-error.js';

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
 * @throws ReportError naming the file that cannot be read, and why.
 */
export async function loadVariables(
  { variables, files, env }: VariableRequest,
  environment: NodeJS.ProcessEnv,
): Promise<VariableSettings> {
  const overrides = new Map<string, JsonValue>();
  const secrets = new Map<string, string>();
  const injected: NodeJS.ProcessEnv = {};
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      throw systemError(error, file);
    });
    if (/\.(json|ya?ml)$/i.test(file)) {
      const { configuration, secrets: groups } = await payload(text, file);
      for (const [name, value] of Object.entries(configuration)) overrides.set(name, value);
      collectSecrets(groups, secrets);
    } else Object.assign(injected, parseEnv(text));
  }
  for (const [name, value] of variables) overrides.set(name, value);
  return { overrides, secrets, environment: env ? { ...environment, ...injected } : injected };
}

interface Payload {
  readonly configuration: JsonObject;
  readonly secrets: JsonObject;
}

async function payload(text: string, file: string): Promise<Payload> {
  const data = await parse(text, file);
  const part = (name: 'configuration' | 'secrets'): JsonObject => {
    const value = isObject(data) ? data[name] : undefined;
    if (value === undefined || value === null) return {};
    if (isObject(value)) return value;
    throw new ReportError('usage', `In ${file}, ${name} is not an object of names and values.`, {
      place: { file, pointer: `/${name}` },
    });
  };
  const read = { configuration: part('configuration'), secrets: part('secrets') };
  if (Object.keys(read.configuration).length + Object.keys(read.secrets).length === 0) {
    throw new ReportError('usage', `${file} gives no variables.`, {
      place: { file },
      hint: 'Its top level needs "configuration" or "secrets", each with names and values.',
    });
  }
  return read;
}

async function parse(text: string, file: string): Promise<JsonValue> {
  try {
    if (/\.json$/i.test(file)) return JSON.parse(text) as JsonValue;
    const { parse: parseYaml } = await import('yaml');
    return parseYaml(text) as JsonValue;
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n', 1)[0] : '';
    throw new ReportError(
      'usage',
      `${file} cannot be read as ${/\.json$/i.test(file) ? 'JSON' : 'YAML'}: ${message ?? ''}`,
      {
        place: { file },
        cause: error,
      },
    );
  }
}

/** Secrets stand in groups: only the names inside them count. */
function collectSecrets(groups: JsonObject, secrets: Map<string, string>): void {
  for (const [name, value] of Object.entries(groups)) {
    if (typeof value === 'string') secrets.set(name, value);
    else if (isObject(value) && typeof value.type !== 'string') collectSecrets(value, secrets);
  }
}
