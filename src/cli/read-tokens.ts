/** Arguments → options by name and positional arguments, with everything that is wrong about their form. */
import { parseArgs } from 'node:util';
import { ReportError } from '../errors.js';
import { OPTIONS, type Option, type OptionName } from './options.js';
import { suggestion } from './suggest.js';

/** What stands on the command line, values not looked at yet. */
export interface Tokens {
  readonly positionals: readonly string[];
  /** The values of each option in order; a switch has an empty one. */
  readonly options: ReadonlyMap<OptionName, readonly string[]>;
  readonly problems: readonly ReportError[];
}

/** Reads the arguments after the program's name. */
export function readTokens(args: readonly string[]): Tokens {
  const positionals: string[] = [];
  const options = new Map<OptionName, string[]>();
  const problems: ReportError[] = [];
  const wrong = (message: string, hint?: string): void => {
    problems.push(new ReportError('usage', message, hint === undefined ? {} : { hint }));
  };

  // Not strict: the parser would stop at the first mistake, and people want to hear of all of them.
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(OPTIONS.map(parserOption)),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option: Option | undefined = OPTIONS.find(({ name }) => name === token.name);
    if (!option) {
      const meant = suggestion(
        token.name,
        OPTIONS.map(({ name }) => name),
      );
      wrong(
        `There is no option ${token.rawName}.`,
        meant ? `Did you mean --${meant}?` : 'chaos-report --help lists all options.',
      );
      continue;
    }
    const name = option.name as OptionName;
    const value = token.value ?? '';
    if (option.value === undefined && token.value !== undefined) {
      wrong(`${token.rawName} takes no value, but was given "${value}".`);
    } else if (option.value !== undefined && value === '') {
      wrong(`${token.rawName} needs a value: ${token.rawName} ${option.value}.`);
    } else if (option.value !== undefined && token.inlineValue === false && /^-./.test(value)) {
      wrong(
        `${token.rawName} needs a value, but is followed by ${value}.`,
        `If that is the value, write --${name}=${value}.`,
      );
    } else {
      const given = options.get(name);
      if (!given) options.set(name, [value]);
      else if (option.repeatable) given.push(value);
      else if (option.value !== undefined) wrong(`--${name} was given twice.`, 'Give it once.');
    }
  }
  return { positionals, options, problems };
}

function parserOption(option: Option): [string, { type: 'string' | 'boolean'; short?: string; multiple: boolean }] {
  const type = option.value === undefined ? 'boolean' : 'string';
  return [option.name, { type, multiple: true, ...(option.short === undefined ? {} : { short: option.short }) }];
}
