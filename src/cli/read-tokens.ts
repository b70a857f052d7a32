/**
 * Arguments → options by name and positional arguments, with everything that is wrong about their form. Of yargs
 * it takes the parser alone: the rest writes help and messages, which are ours, and takes long to load (build/yargs-plugin.mjs).
 */
import { Parser } from 'yargs/helpers';
import { ReportError, type Place } from '../errors.js';
import { OPTIONS, type Option, type OptionName } from './options.js';
import { suggestion } from '../suggest.js';

/** What stands on the command line, values not looked at yet. */
export interface Tokens {
  readonly positionals: readonly string[];
  /** The values of each option in order; a switch has an empty one. */
  readonly options: ReadonlyMap<OptionName, readonly string[]>;
  /** Where options are from that are no flags: a configuration file, or a variable of the environment. */
  readonly origins: ReadonlyMap<OptionName, Place>;
  readonly problems: readonly ReportError[];
}

/** Reads the arguments after the program's name. Never ends the process and never prints: every mistake is told at once. */
export function readTokens(args: readonly string[]): Tokens {
  const problems: ReportError[] = [];
  const wrong = (message: string, hint?: string): void => {
    problems.push(new ReportError('usage', message, hint === undefined ? {} : { hint }));
  };
  const plain = spelledOut(args);
  const { _: positionals, ...given } = parse(plain);
  const options = new Map<OptionName, string[]>();
  for (const [key, value] of Object.entries(given)) {
    const option: Option | undefined = OPTIONS.find(({ name }) => name === key);
    if (option) readOption(option, [value].flat(), plain, options, wrong);
    else wrong(`There is no option ${key.length === 1 ? '-' : '--'}${key}.`, unknownHint(key));
  }
  return { positionals: positionals.map(String), options, origins: new Map(), problems };
}

function unknownHint(key: string): string {
  const meant = suggestion(
    key,
    OPTIONS.map(({ name }) => name),
  );
  return meant ? `Did you mean --${meant}?` : 'chaos-report --help lists all options.';
}

/** The options that were given, by their long names, each with what the parser made of it. */
function parse(args: readonly string[]): Record<string, unknown> & { readonly _: readonly (string | number)[] } {
  const options = OPTIONS as readonly Option[];
  return Parser([...args], {
    // Never `array`: it would swallow the journals that follow.
    string: options.filter(({ value }) => value !== undefined).map(({ name }) => name),
    boolean: options.filter(({ value }) => value === undefined).map(({ name }) => name),
    alias: Object.fromEntries(options.flatMap(({ name, short }) => (short === undefined ? [] : [[name, [short]]]))),
    configuration: {
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'strip-aliased': true,
    },
  });
}

function readOption(
  option: Option,
  values: readonly unknown[],
  args: readonly string[],
  options: Map<OptionName, string[]>,
  wrong: (message: string, hint?: string) => void,
): void {
  const { name, value: placeholder, repeatable } = option;
  const long = `--${name}`;
  if (placeholder === undefined) {
    const valued = args.find((arg) => arg.startsWith(`${long}=`));
    if (valued !== undefined) wrong(`${long} takes no value, but was given "${valued.slice(long.length + 1)}".`);
    else options.set(name as OptionName, ['']);
    return;
  }
  const texts = values.map(String);
  if (texts.includes('')) {
    const follower = args[args.findIndex((arg) => arg === long || arg === `-${option.short ?? ''}`) + 1];
    if (follower !== undefined && /^-./.test(follower)) {
      wrong(
        `${long} needs a value, but is followed by ${follower}.`,
        `If that is the value, write ${long}=${follower}.`,
      );
    } else wrong(`${long} needs a value: ${long} ${placeholder}.`);
    return;
  }
  if (texts.length > 1 && !repeatable) wrong(`${long} was given twice.`, 'Give it once.');
  options.set(name as OptionName, texts);
}

/**
 * The arguments as the parser understands them: `-oFILE` and `-o -` are what people write, and it takes the one for a
 * group of switches and the other for an option without a value.
 */
function spelledOut(args: readonly string[]): string[] {
  const plain: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (arg === '--') return [...plain, ...args.slice(index)];
    const short = /^-([A-Za-z])(.*)$/s.exec(arg);
    const option = (OPTIONS as readonly Option[]).find(
      (one) => one.value !== undefined && (short ? one.short === short[1] : arg === `--${one.name}`),
    );
    const attached = short?.[2] ?? '';
    if (option && attached !== '') plain.push(`--${option.name}=${attached.replace(/^=/, '')}`);
    else if (option && args[index + 1] === '-') {
      plain.push(`--${option.name}=-`);
      index++;
    } else plain.push(arg);
  }
  return plain;
}
