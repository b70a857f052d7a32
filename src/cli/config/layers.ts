/** Flags, environment and configuration file → one set of options: flags win over the environment, it over the file. */
import { readFile } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { isBundledTheme } from '../../theme/theme.js';
import { ReportError, type Place } from '../../errors.js';
import { readSettings } from '../../settings/read-settings.js';
import type { OptionName } from '../options.js';
import type { Tokens } from '../read-tokens.js';
import { systemError } from '../system-error.js';
import { beside } from './beside.js';
import { findConfig, PACKAGE_KEY } from './find-config.js';
import { configSchema, packageSchema } from './schema.js';
import { isPath, SETTABLE, variableOf, type Settable } from './settable.js';

/** Values of options, each with the place it is from. */
type Layer = Map<OptionName, { readonly values: readonly string[]; readonly from: Place }>;

type ConfigValue = string | number | boolean | readonly (string | number)[];
type Config = Readonly<Record<string, ConfigValue | undefined>>;

/** Options that answer each other: where a flag gives one, the other is not taken from below. */
const PAIRS: readonly (readonly [OptionName, OptionName])[] = [
  ['quiet', 'verbose'],
  ['verbose', 'quiet'],
  ['export-format', 'output'],
];

/**
 * Adds what environment and file say to what the flags say.
 *
 * @param cwd The folder that the command runs in: where the search begins.
 * @throws ReportError, ReportErrors where a file cannot be read, or is wrong.
 */
export async function withLayers(
  tokens: Tokens,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Promise<Tokens> {
  const problems = [...tokens.problems];
  const flags = tokens.options;
  if (flags.has('config') && flags.has('no-config')) {
    problems.push(new ReportError('usage', '--config and --no-config were both given.', { hint: 'Give one of them.' }));
  }
  const named = flags.get('config')?.[0] ?? (env[variableOf('config')] || undefined);
  const file = flags.has('no-config') ? null : (named ?? (await findConfig(cwd)));
  const fromFile = file === null ? new Map<never, never>() : await fileLayer(file, cwd);
  const options = new Map(flags);
  const origins = new Map<OptionName, Place>();
  const answered = new Set(PAIRS.flatMap(([given, other]) => (flags.has(given) ? [other] : [])));
  for (const [name, { values, from }] of [...environmentLayer(env, problems), ...fromFile]) {
    if (options.has(name) || answered.has(name)) continue;
    origins.set(name, from);
    // A switch that is off is as if it were not given, and hides what is below.
    if (values.length > 0) options.set(name, values);
    else answered.add(name);
  }
  return { ...tokens, options, origins, problems };
}

async function fileLayer(file: string, cwd: string): Promise<Layer> {
  const inPackage = basename(file) === 'package.json';
  const shown = relative(cwd, resolve(cwd, file)) || file;
  const bytes = await readFile(resolve(cwd, file)).catch((error: unknown) => {
    throw systemError(error, shown);
  });
  const { value, placeOf } = await readSettings<Config>(
    bytes,
    shown,
    inPackage ? packageSchema(PACKAGE_KEY) : configSchema(),
  );
  const config = inPackage ? ((value[PACKAGE_KEY] ?? {}) as unknown as Config) : value;
  return layerOf(config, (name) => placeOf(`${inPackage ? `/${PACKAGE_KEY}` : ''}/${name}`), resolve(cwd, file), cwd);
}

function layerOf(config: Config, placeOf: (name: string) => Place, file: string, cwd: string): Layer {
  return new Map(
    SETTABLE.flatMap((option) => {
      const value = config[option.name];
      if (value === undefined) return [];
      return [[option.name, { values: textsOf(option, value, file, cwd), from: placeOf(option.name) }] as const];
    }),
  );
}

function textsOf(option: Settable, value: ConfigValue, file: string, cwd: string): string[] {
  if (typeof value === 'boolean') return value ? [''] : [];
  const texts = [value].flat().map(String);
  if (!isPath(option)) return texts;
  // A theme may be one that comes with the command, which has a name and no file.
  return texts.map((text) => (option.name === 'theme' && isBundledTheme(text) ? text : beside(file, text, cwd)));
}

function environmentLayer(env: Readonly<Record<string, string | undefined>>, problems: ReportError[]): Layer {
  return new Map(
    SETTABLE.flatMap((option) => {
      const variable = variableOf(option.name);
      const text = env[variable];
      if (text === undefined || text === '') return [];
      const from = { file: variable };
      if (option.value !== undefined) {
        // Several values stand on lines of their own: commas and spaces may be part of them.
        const values = option.repeatable ? text.split('\n').filter((line) => line.trim() !== '') : [text];
        return [[option.name, { values, from }] as const];
      }
      if (!/^(?:1|0|true|false|yes|no)$/i.test(text)) {
        problems.push(new ReportError('usage', `${variable} cannot be "${text}".`, { hint: 'Write true or false.' }));
        return [];
      }
      return [[option.name, { values: /^(?:1|true|yes)$/i.test(text) ? [''] : [], from }] as const];
    }),
  );
}
