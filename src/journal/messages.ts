/** Every sentence that reading a journal can end with: what is wrong, what was found and expected, what to do. */

import { withoutTokens } from './without-tokens.js';

/** An error's sentence and its hint. The place (file, line, column, pointer) is added by whoever shows it. */
export interface Sentence {
  readonly message: string;
  readonly hint: string;
}

const REWRITE = 'Make the journal again with `chaos run`, or mend the file by hand.';
const CUT =
  'The run or the copy was probably stopped while the file was being written, or a probe gave an output that cannot be ' +
  'written as JSON (bytes, for one). Use a complete copy, or run the experiment again.';
const WHICH_FILE =
  'A journal is the file that `chaos run` writes: `journal.json`, or the one named with `--journal-path`.';

const NAMES: Readonly<Record<number, string>> = {
  9: 'a tab',
  10: 'a line break',
  13: 'a line break',
  32: 'a space',
  34: 'a double quote',
  39: 'a single quote',
  44: 'a comma',
  58: 'a colon',
};

/** Parts of sentences and whole ones, by what happened. */
export const messages = {
  // What stands somewhere.
  character: (code: number): string =>
    NAMES[code] ??
    (code < 33 || (code >= 127 && code < 161) || (code >= 0xd800 && code < 0xe000) || code === 0xfeff
      ? `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`
      : `"${String.fromCodePoint(code)}"`),
  word: (text: string): string => `the word "${withoutTokens(text)}"`,

  // In the middle of what a text ends.
  beforeAnything: (): string => 'before anything was said',
  inString: (line: number): string => `in the middle of a string that began at line ${line}`,
  inContainer: (list: boolean, line: number): string =>
    `before the ${list ? 'list' : 'object'} that began at line ${line} is closed`,
  inNumber: (): string => 'in the middle of a number',
  inWord: (text: string): string => `in the middle of a word, after "${text}"`,

  empty: (bytes: number): Sentence => ({
    message: bytes === 0 ? 'The file is empty.' : 'The file holds nothing but white space.',
    hint: 'The run was probably stopped before its journal was written. Run the experiment again.',
  }),
  truncated: (what: string): Sentence => ({ message: `The file is cut short: it ends ${what}.`, hint: CUT }),
  tooDeep: (depth: number): Sentence => ({
    message: `Lists and objects are nested more than ${depth} deep.`,
    hint: 'No journal needs that. See what produced this file.',
  }),
  tooLarge: (bytes: number, limit: number): Sentence => ({
    message: `The file is too large: ${bytes} bytes, where at most ${limit} can be read.`,
    hint: 'Find the output that made it so large, and let the probe return less.',
  }),

  // Not JSON.
  stringNotClosed: (): Sentence => ({
    message: 'A string is not closed before the end of its line.',
    hint: 'A double quote is missing, or a line break was pasted into the string: write it as \\n.',
  }),
  badEscape: (found: string): Sentence => ({
    message: `Found ${found} after a backslash, where one of " \\ / b f n r t u was expected.`,
    hint: 'Write a backslash twice to mean a backslash.',
  }),
  badUnicodeEscape: (found: string): Sentence => ({
    message: `Found ${found} in a \\u escape, where four hexadecimal digits were expected.`,
    hint: 'Write a backslash twice to mean a backslash.',
  }),
  leadingZero: (): Sentence => ({ message: 'A number begins with a zero that means nothing.', hint: REWRITE }),
  notADigit: (found: string): Sentence => ({ message: `Found ${found} where a digit was expected.`, hint: REWRITE }),
  notAValue: (found: string, text: string): Sentence => ({
    message: `Found ${found} where a value was expected.`,
    hint: valueHint(text),
  }),
  missingValue: (found: string): Sentence => ({
    message: `Found ${found} where a value was expected.`,
    hint: 'Remove the comma before it, or write the value that is missing.',
  }),
  trailingComma: (): Sentence => ({
    message: 'Found "}" after a comma, where a key was expected.',
    hint: 'Remove the comma.',
  }),
  notAKey: (found: string): Sentence => ({
    message: `Found ${found} where a key in double quotes was expected.`,
    hint:
      found === NAMES[39]
        ? 'This looks like a Python object printed as it is. Write it with `json.dump`.'
        : found === NAMES[44]
          ? 'Remove the comma, or write what is missing before it.'
          : 'Keys of JSON objects stand in double quotes.',
  }),
  missingColon: (key: string, found: string): Sentence => ({
    message: `Found ${found} where a colon was expected after the key "${shortened(key)}".`,
    hint: REWRITE,
  }),
  missingComma: (list: boolean, found: string): Sentence => ({
    message: `Found ${found} where a comma or the end of the ${list ? 'list' : 'object'} was expected.`,
    hint: 'A comma is missing before it, or a double quote inside the string before it lacks its backslash.',
  }),
  trailing: (found: string): Sentence => ({
    message: `Found ${found} where the end of the file was expected.`,
    hint: found === '"{"' ? 'Several journals in one file stand one a line, or in a list.' : REWRITE,
  }),
  notText: (what: string): Sentence => ({
    message: `This is ${what}, and not the JSON of a journal.`,
    hint: WHICH_FILE,
  }),

  // YAML.
  notYaml: (problem: string): Sentence => ({
    message: `This is not YAML: ${shortened(problem).replace(/[.:\s]*$/, '')}.`,
    hint: 'Mend the file by hand, or use the journal as `chaos run` wrote it.',
  }),
  noAnchor: (name: string): Sentence => ({
    message: `There is no anchor &${shortened(name)} before *${shortened(name)}.`,
    hint: 'Mend the file by hand, or use the journal as `chaos run` wrote it.',
  }),
  yamlTooLong: (limit: number): Sentence => ({
    message: `This is more YAML than can be read: more than ${limit / 1_000_000} MB.`,
    hint: 'Turn it into JSON, which may be longer.',
  }),
  yamlAliases: (limit: number): Sentence => ({
    message: `The aliases of this YAML stand for more than ${Math.ceil(limit / 1_000_000)} MB of values.`,
    hint: 'See what produced this file. They may stand for ten times the file, or for 2 MB.',
  }),

  // JSON, but not a journal.
  experiment: (title: string | undefined): Sentence => ({
    message: `This is the definition of an experiment${title === undefined ? '' : `, "${shortened(title)}"`}, and not the journal of a run.`,
    hint: 'Run it with `chaos run --journal-path journal.json experiment.json`, and give the journal.',
  }),
  ourReport: (): Sentence => ({
    message: 'This is a report that chaos-report wrote, where the journal of a run was expected.',
    hint: 'Reports are read where they are the whole file, and begin with their head.',
  }),
  severalJournals: (count: number): Sentence => ({
    message: `This is a list of ${count} journals, where one journal was expected.`,
    hint: 'Lists of journals are read where they are the whole file.',
  }),
  oddItems: (all: number, odd: number): Sentence => ({
    message: `${odd} of the ${all} items of this list ${odd === 1 ? 'is' : 'are'} no journal: this is the first.`,
    hint: WHICH_FILE,
  }),
  otherYaml: (): Sentence => ({
    message: 'This is YAML without the keys "experiment" and "run" of a journal.',
    hint: WHICH_FILE,
  }),
  notAJournal: (found: string): Sentence => ({
    message: `This is not a journal: found ${found}, where an object with the keys "chaoslib-version", "experiment" and "run" was expected.`,
    hint: WHICH_FILE,
  }),
  noExperiment: (): Sentence => ({
    message: 'The journal has no "experiment", where the definition of the experiment that was run was expected.',
    hint: 'Nothing can be told about a run without it. Use the journal as `chaos run` wrote it.',
  }),
  oddExperiment: (found: string): Sentence => ({
    message: `The "experiment" of the journal is ${found}, where an object was expected.`,
    hint: 'Nothing can be told about a run without it. Use the journal as `chaos run` wrote it.',
  }),

  // What a JSON value is.
  nothing: (): string => 'null',
  string: (text: string): string => `the string "${shortened(text)}"`,
  number: (digits: string): string => `the number ${clipped(digits)}`,
  boolean: (value: boolean): string => `the word ${value}`,
  list: (length: number): string =>
    length === 0 ? 'an empty list' : `a list of ${length} ${length === 1 ? 'item' : 'items'}`,
  object: (keys: readonly string[]): string => {
    if (keys.length === 0) return 'an empty object';
    const shown = keys.slice(0, 6).map((key) => shortened(key));
    const more = keys.length - shown.length;
    const rest = more === 0 ? '' : ` and ${more} more`;
    return `an object with the ${keys.length === 1 ? 'key' : 'keys'} ${shown.join(', ')}${rest}`;
  },
} as const;

function valueHint(text: string): string {
  if (/^(True|False|None)\b/.test(text)) {
    return 'This looks like a Python object printed as it is. Write it with `json.dump`.';
  }
  if (text.startsWith("'")) return 'Strings of JSON stand in double quotes.';
  if (text.startsWith('/')) return 'JSON has no comments. Remove it.';
  return REWRITE;
}

/** What is looked at of a text that is quoted: enough for 60 letters, whatever gives way to an ellipsis. */
const LOOKED_AT = 10_000;

function shortened(text: string): string {
  return clipped(withoutTokens(beginningOf(text).replace(/[\s\p{C}]+/gu, ' ')));
}

function clipped(line: string): string {
  const letters = Array.from(line.slice(0, LOOKED_AT));
  return letters.length <= 60 ? line : `${letters.slice(0, 59).join('')}…`;
}

/** Whole words of it, because a part of a token could not be told from a word. */
function beginningOf(text: string): string {
  if (text.length <= LOOKED_AT) return text;
  const head = text.slice(0, LOOKED_AT);
  return `${/^[^]*[\s/]/.exec(head)?.[0] ?? head}…`;
}
