/**
 * Variables: `${name}` in any string of an experiment, meant to be read from `configuration` and `secrets`. Journals keep
 * them as written; what they stand for is worked out here. Source: chaoslib `__init__.py`, `substitute`: configuration
 * first, then each group of secrets; a string that is one `${name}` takes the value with its type.
 */
import { emptyObject, isArray, isNumeral, isObject, type JsonObject, type JsonValue } from '../json.js';
import { objectOf, textOf } from './read-parts.js';
import type { Variable } from './types.js';

/** What whoever makes the report says of variables. */
export interface VariableSettings {
  /** Configuration from `--var` and `--var-file`: these win. */
  readonly overrides: ReadonlyMap<string, JsonValue>;
  /** Secrets from `--var-file`: never shown, and masked wherever they occur. */
  readonly secrets: ReadonlyMap<string, string>;
  /** The environment, as far as it may be read: of `--env`, or of a `.env` file. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Nothing given: what the journals say, and defaults. */
export const NO_VARIABLES: VariableSettings = { overrides: new Map(), secrets: new Map(), environment: {} };

/** The values of an experiment's secrets that are known from outside the journal, by name: what masking has to look for. */
export function givenSecrets(root: JsonObject, { secrets, environment }: VariableSettings): Map<string, string> {
  const given = new Map(secrets);
  const collect = (value: JsonValue): void => {
    if (!isObject(value)) return;
    for (const [name, one] of Object.entries(value)) {
      const key = isObject(one) && one.type === 'env' ? textOf(one.key) : null;
      const set = key === null ? undefined : environment[key];
      if (set !== undefined) given.set(name, set);
      else collect(one);
    }
  };
  collect(objectOf(root.experiment)?.secrets ?? null);
  return given;
}

/**
 * What the report would show although it does not stand in the journal: configuration from the command line, its files and the
 * environment. Under the name of the environment's variable too, for that is what tells a secret.
 */
export function outsideValues(root: JsonObject, { overrides, environment }: VariableSettings): JsonObject {
  const outside = emptyObject();
  for (const [name, one] of Object.entries(objectOf(objectOf(root.experiment)?.configuration) ?? {})) {
    const key = isObject(one) && one.type === 'env' ? textOf(one.key) : null;
    const set = key === null ? undefined : environment[key];
    if (set !== undefined) outside[name] = { type: 'env', key, value: set };
  }
  for (const [name, value] of overrides) outside[name] = value;
  return outside;
}

// `$${name}` is an escaped dollar (Python's string.Template).
const REFERENCE = /(\$?)\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;
const WHOLE = /^\$\{([A-Za-z_][A-Za-z0-9_]*)\}$/;
/** A value may itself refer to a variable; deeper than this it refers to itself. */
const DEPTH = 4;

/** Where variables are declared, and where a `${…}` is prose. */
const NOT_SUBSTITUTED = new Set(['configuration', 'secrets', 'description', 'tags', 'contributions', 'version']);

/**
 * Every variable that the experiment refers to, in the order of first use. `root` is masked. `hidden`: those whose value holds
 * a secret.
 */
export function variablesOf(root: JsonObject, settings: VariableSettings, hidden: ReadonlySet<string>): Variable[] {
  const experiment = objectOf(root.experiment) ?? {};
  const uses = new Map<string, number>();
  for (const [key, part] of Object.entries(experiment)) {
    if (!NOT_SUBSTITUTED.has(key)) countReferences(part, uses);
  }
  const configuration = objectOf(experiment.configuration) ?? {};
  const groups = Object.values(objectOf(experiment.secrets) ?? {});
  return [...uses].map(([name, count]) => {
    const found = lookUp(name, configuration, groups, settings);
    const outside = found.origin === 'override' || found.origin === 'environment';
    return { name, uses: count, ...found, ...(outside && hidden.has(name) ? { value: null, secret: true } : {}) };
  });
}

function countReferences(value: JsonValue, uses: Map<string, number>): void {
  if (typeof value === 'string') {
    for (const [, escaped, name = ''] of value.matchAll(REFERENCE))
      if (escaped === '') uses.set(name, (uses.get(name) ?? 0) + 1);
  } else if (isArray(value)) {
    for (const item of value) countReferences(item, uses);
  } else if (isObject(value)) {
    for (const item of Object.values(value)) countReferences(item, uses);
  }
}

type Found = Pick<Variable, 'value' | 'origin' | 'secret'>;

function lookUp(
  name: string,
  configuration: JsonObject,
  groups: readonly JsonValue[],
  { overrides, secrets, environment }: VariableSettings,
): Found {
  const group = groups.find((one) => isObject(one) && one[name] !== undefined);
  const secret = configuration[name] === undefined && isObject(group);
  const override = overrides.get(name);
  // A secret that is given on the command line is a secret all the same.
  if (override !== undefined) return { value: secret ? null : override, origin: 'override', secret };
  if (secrets.has(name) && configuration[name] === undefined) return { value: null, origin: 'override', secret: true };
  const declared = configuration[name] ?? (isObject(group) ? group[name] : undefined);
  if (declared === undefined) return { value: null, origin: 'unresolved', secret: false };
  return { ...declaredValue(declared, secret, environment), secret };
}

function declaredValue(
  declared: JsonValue,
  secret: boolean,
  environment: VariableSettings['environment'],
): Pick<Variable, 'value' | 'origin'> {
  if (!isObject(declared) || typeof declared.type !== 'string')
    return { value: declared, origin: secret ? 'secrets' : 'configuration' };
  if (declared.type !== 'env') return { value: null, origin: 'unresolved' };
  const key = textOf(declared.key);
  const type = textOf(declared.env_var_type);
  const set = key === null ? undefined : environment[key];
  if (set !== undefined) return { value: secret ? null : typed(set, type), origin: 'environment' };
  if (declared.default === undefined) return { value: null, origin: 'unresolved' };
  return { value: typed(declared.default, type), origin: 'default' };
}

/** A text as the type that is asked for; as it is where it does not fit. Source: chaoslib `configuration.py`, `env_var_type`. */
export function typed(value: JsonValue, type: string | null): JsonValue {
  if (typeof value !== 'string' || type === null) return value;
  switch (type) {
    case 'int':
    case 'float': {
      const number = Number(value);
      return value.trim() !== '' && Number.isFinite(number) ? number : value;
    }
    case 'bool':
      return ['true', '1', 'yes', 'on'].includes(value.toLowerCase());
    case 'json':
      try {
        return JSON.parse(value) as JsonValue;
      } catch {
        return value;
      }
    default:
      return value;
  }
}

/** What is known of each list of variables: it is asked for every value of a chapter. */
const knownIn = new WeakMap<readonly Variable[], ReadonlyMap<string, JsonValue>>();

function knownValues(variables: readonly Variable[]): ReadonlyMap<string, JsonValue> {
  let known = knownIn.get(variables);
  if (!known) {
    known = new Map(
      variables.flatMap(({ name, value: one, origin }) =>
        one === null && origin !== 'configuration' ? [] : [[name, one] as const],
      ),
    );
    knownIn.set(variables, known);
  }
  return known;
}

/** The value with every variable that is known in its place; undefined where it refers to none that is. */
export function substitute(value: JsonValue, variables: readonly Variable[]): JsonValue | undefined {
  const known = knownValues(variables);
  if (known.size === 0) return undefined;
  const used = new Set<string>();
  const replace = (one: JsonValue, depth: number): JsonValue => {
    if (typeof one === 'string') {
      const whole = WHOLE.exec(one)?.[1];
      if (whole !== undefined) {
        const found = known.get(whole);
        if (found === undefined) return one;
        used.add(whole);
        return depth < DEPTH ? replace(found, depth + 1) : found;
      }
      return one.replace(REFERENCE, (reference, escaped: string, name: string) => {
        const found = known.get(name);
        if (escaped !== '' || found === undefined) return reference;
        used.add(name);
        const resolved = depth < DEPTH ? replace(found, depth + 1) : found;
        return typeof resolved === 'string'
          ? resolved
          : isNumeral(resolved)
            ? resolved.$number
            : JSON.stringify(resolved);
      });
    }
    if (isArray(one)) return one.map((item) => replace(item, depth));
    if (!isObject(one)) return one;
    const copy = emptyObject();
    for (const [key, item] of Object.entries(one)) copy[key] = replace(item, depth);
    return copy;
  };
  const result = replace(value, 0);
  return used.size > 0 ? result : undefined;
}
