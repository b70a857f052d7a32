/** Arguments and environment → what to do, or everything that is wrong with them. */
import { chosenSections } from '../document/chosen-sections.js';
import { SECTION_CHOICES } from '../document/settings.js';
import { ReportError } from '../errors.js';
import { NO_FILTER } from '../report/filter.js';
import type { Instant } from '../report/types.js';
import { CI_CHOICES } from './ci/context.js';
import { placed } from './config/placed.js';
import { parseChoice, parseChoices } from './choice-option.js';
import type { Command, Request } from './command.js';
import { parseColour } from './colour-option.js';
import { parseDate, parseEpoch, toInstant } from './date-option.js';
import { parseFilter } from './filter-option.js';
import { MAX_INPUT } from './max-input.js';
import { parseFailOn, parseRequired } from './gate-option.js';
import type { OptionName } from './options.js';
import { readOutputs } from './outputs-option.js';
import { readTokens, type Tokens } from './read-tokens.js';
import { readVerify } from './verify/read-verify.js';
import { readRenderSettings } from './render-options.js';
import { parseSize } from './size-option.js';
import { parseVariable } from './variable-option.js';
import { parseZone } from './zone-option.js';

/**
 * Reads the command line.
 *
 * @param args The arguments after the program's name.
 * @param sourceDateEpoch The environment's `SOURCE_DATE_EPOCH`.
 * @param now Milliseconds since 1970.
 */
export function readCommand(args: readonly string[], sourceDateEpoch: string | undefined, now: number): Request {
  if (args[0] === 'verify') return readVerify(readTokens(args.slice(1)));
  return commandOf(readTokens(args), sourceDateEpoch, now);
}

/** The same of arguments that are read already, with what environment and configuration file add to them. */
export function commandOf(tokens: Tokens, sourceDateEpoch: string | undefined, now: number): Request {
  const { positionals, options, origins, problems: misread } = tokens;
  if (options.has('help')) return { kind: 'help' };
  if (options.has('version')) return { kind: 'version' };

  const problems = [...misread];
  const valueOf = (name: OptionName): string | undefined => options.get(name)?.[0];
  /** The option's value as `parse` reads it; the default where it is not given, or wrong. */
  const read = <T>(name: OptionName, fallback: T, parse: (text: string) => T): T => {
    const text = valueOf(name);
    return text === undefined ? fallback : attempt(problems, fallback, () => parse(text));
  };

  const {
    outputs,
    inputs,
    problems: outputProblems,
  } = readOutputs({
    files: options.get('output') ?? [],
    format: valueOf('format'),
    exportFormat: valueOf('export-format'),
    positionals,
  });
  problems.push(...outputProblems);
  problems.push(...contradictions(options));
  const timeZone = read('tz', 'UTC', parseZone);
  const fallbackDate = (): Instant => (sourceDateEpoch ? parseEpoch(sourceDateEpoch) : toInstant(now));
  const command: Command = {
    inputs,
    outputs,
    title: valueOf('title') ?? null,
    classification: valueOf('classification') ?? null,
    footer: valueOf('footer') ?? null,
    author: valueOf('author') ?? null,
    subject: valueOf('subject') ?? null,
    keywords: read<readonly string[] | null>('keywords', null, parseKeywords),
    generated: options.has('date')
      ? read('date', '', (text) => parseDate(text, timeZone))
      : attempt(problems, '', fallbackDate),
    timeZone,
    notation: read('notation', 'python', (text) => parseChoice('notation', text, ['python', 'json'])),
    sections: chosenSections(
      read('sections', SECTION_CHOICES, (text) => parseChoices('sections', text, SECTION_CHOICES)),
    ),
    sort: read('sort', 'severity', (text) => parseChoice('sort', text, ['severity', 'time', 'name'])),
    render: readRenderSettings(read, { options, origins }, outputs, problems),
    templates: valueOf('templates') ?? null,
    theme: valueOf('theme') ?? null,
    fonts: options.get('font') ?? [],
    logo: valueOf('logo') ?? null,
    accent: read<string | null>('accent', null, (text) => parseColour('accent', text)),
    filter: filterOf(options.get('filter') ?? [], timeZone, problems),
    baseline: valueOf('baseline') ?? null,
    runs: read('runs', 'all', (text) => parseChoice('runs', text, ['all', 'latest'])),
    variables: variablesOf(options, problems),
    meta: options.get('meta') ?? [],
    redact: options.get('redact') ?? [],
    unmasked: options.has('unmasked'),
    gate: {
      rules: attempt(problems, [], () => (options.has('fail-on') ? parseFailOn(options.get('fail-on') ?? []) : [])),
      experiments: read('require-experiments', null, parseRequired),
    },
    githubSummary: options.has('github-summary'),
    maxInput: read('max-input', MAX_INPUT, (text) => parseSize('max-input', text)),
    evidence: valueOf('evidence') ?? null,
    ci: read('ci', 'none', (text) => parseChoice('ci', text, CI_CHOICES)),
    strict: options.has('strict'),
    loudness: options.has('quiet') ? 'quiet' : options.has('verbose') ? 'verbose' : 'normal',
  };
  return problems.length > 0 ? { kind: 'wrong', problems: placed(problems, tokens) } : { kind: 'report', command };
}

/** Options that cannot both be meant. */
const ONE_OF: readonly (readonly [OptionName, OptionName])[] = [
  ['quiet', 'verbose'],
  ['unmasked', 'redact'],
];

function contradictions(options: Tokens['options']): ReportError[] {
  return ONE_OF.filter(([one, other]) => options.has(one) && options.has(other)).map(
    ([one, other]) =>
      new ReportError('usage', `--${one} and --${other} were both given.`, { hint: 'Give one of them.' }),
  );
}

function variablesOf(options: Tokens['options'], problems: ReportError[]): Command['variables'] {
  const given = (options.get('var') ?? []).map((text) => attempt(problems, null, () => parseVariable(text)));
  return {
    variables: new Map(given.filter((variable) => variable !== null)),
    files: options.get('var-file') ?? [],
    env: options.has('env'),
  };
}

/** The conditions with the words they were asked for in. */
function filterOf(texts: readonly string[], timeZone: string, problems: ReportError[]): Command['filter'] {
  if (texts.length === 0) return null;
  return { conditions: attempt(problems, NO_FILTER, () => parseFilter(texts, timeZone)), words: texts.join(',') };
}

/** The words between commas. */
function parseKeywords(text: string): readonly string[] {
  return text.split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
}

/** What `make` makes; where it throws, the error joins the others. */
function attempt<T>(problems: ReportError[], fallback: T, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    problems.push(error);
    return fallback;
  }
}
