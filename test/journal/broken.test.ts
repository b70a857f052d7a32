import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ReportError, type ErrorCode } from '../../src/errors.js';
import { readJournal } from '../../src/journal/read-journal.js';

const FOLDER = new URL('../broken/', import.meta.url);

function errorOf(name: string): ReportError {
  try {
    readJournal(readFileSync(new URL(name, FOLDER)), name);
  } catch (error) {
    if (error instanceof ReportError) return error;
    throw error;
  }
  throw new Error(`${name} was read without an error`);
}

/** File, code, line:column or JSON pointer (`-` for the file as a whole), and words of the message. */
const CASES: readonly (readonly [string, ErrorCode, string, string])[] = [
  ['empty.json', 'empty', '-', 'is empty'],
  ['blank.json', 'empty', '-', 'nothing but white space'],
  ['cut-in-string.json', 'truncated', '4:26', 'in the middle of a string that began at line 4'],
  ['cut-in-escape.json', 'truncated', '3:19', 'in the middle of a string that began at line 3'],
  ['cut-in-character.json', 'truncated', '2:15', 'in the middle of a string that began at line 2'],
  ['cut-in-list.json', 'truncated', '5:1', 'before the list that began at line 3 is closed'],
  ['cut-in-object.json', 'truncated', '3:1', 'before the object that began at line 1 is closed'],
  ['cut-after-key.json', 'truncated', '3:8', 'before the object that began at line 1 is closed'],
  ['cut-after-colon.json', 'truncated', '3:9', 'before the object that began at line 1 is closed'],
  ['cut-in-number.json', 'truncated', '2:18', 'in the middle of a number'],
  ['cut-in-word.json', 'truncated', '2:18', 'in the middle of a word, after "fal"'],
  ['no-comma-in-list.json', 'syntax', '1:87', 'Found "2" where a comma or the end of the list was expected'],
  ['no-comma-in-object.json', 'syntax', '3:3', 'a comma or the end of the object was expected'],
  ['trailing-comma-in-list.json', 'syntax', '1:88', 'Found "]" where a value was expected'],
  ['trailing-comma-in-object.json', 'syntax', '3:1', 'Found "}" after a comma'],
  ['no-colon.json', 'syntax', '1:8', 'a colon was expected after the key "run"'],
  ['no-closing-quote.json', 'syntax', '2:11', 'not closed before the end of its line'],
  ['bad-escape.json', 'syntax', '1:13', 'Found "c" after a backslash'],
  ['bad-unicode-escape.json', 'syntax', '1:11', 'Found "x" in a \\u escape'],
  ['leading-zero.json', 'syntax', '1:14', 'begins with a zero'],
  ['lone-minus.json', 'syntax', '1:15', 'where a digit was expected'],
  ['no-fraction.json', 'syntax', '1:16', 'where a digit was expected'],
  ['single-quotes.json', 'syntax', '1:2', 'a key in double quotes was expected'],
  ['key-without-quotes.json', 'syntax', '1:2', 'Found the word "run" where a key'],
  ['python-words.json', 'syntax', '1:14', 'Found the word "False"'],
  ['unknown-word.json', 'syntax', '1:9', 'Found the word "undefined"'],
  ['comment.json', 'syntax', '2:3', 'Found "/" where a value was expected'],
  ['two-journals.json', 'syntax', '2:1', 'where the end of the file was expected'],
  ['text-after.json', 'syntax', '2:1', 'where the end of the file was expected'],
  ['yaml.json', 'not-a-journal', '-', 'a YAML file'],
  ['page.json', 'not-a-journal', '-', 'an HTML page'],
  ['pdf.json', 'not-a-journal', '-', 'a PDF'],
  ['gzip.json', 'not-a-journal', '-', 'a gzip archive'],
  ['log.json', 'not-a-journal', '-', 'a log'],
  ['experiment.json', 'experiment', '-', 'the definition of an experiment, "Losing a node"'],
  ['null.json', 'not-a-journal', '-', 'found null'],
  ['number.json', 'not-a-journal', '-', 'found the number 12345678901234567890'],
  ['string.json', 'not-a-journal', '-', 'found the string "journal"'],
  ['list.json', 'not-a-journal', '-', 'found a list of 3 items'],
  ['journals.json', 'not-a-journal', '-', 'a list of 2 journals'],
  ['settings.json', 'not-a-journal', '-', 'found an object with the keys a, b, c'],
  ['other-run.json', 'not-a-journal', '-', 'found an object with the keys run, distance'],
  ['report.json', 'not-a-journal', '-', 'a report that chaos-report wrote'],
  ['no-experiment.json', 'shape', '-', 'has no "experiment"'],
  ['experiment-is-list.json', 'shape', '/experiment', 'is an empty list, where an object was expected'],
  ['wrapped-experiment-is-null.json', 'shape', '/result/experiment', 'is null, where an object was expected'],
];

describe('a file that cannot be read', () => {
  it.each(CASES)('%s: %s at %s', (name, code, where, words) => {
    const error = errorOf(name);
    expect(error.code).toBe(code);
    const { line, column, pointer, file } = error.place ?? {};
    expect(file).toBe(name);
    expect(where).toBe(line === undefined ? pointer || '-' : `${line}:${column}`);
    expect(error.message).toContain(words);
    expect(error.hint).toMatch(/^[A-Z].*\.$/s);
  });

  it('is tried for every file of the folder', () => {
    const tried = [...CASES.map(([name]) => name), 'odd-parts.json'];
    expect(readdirSync(FOLDER).sort()).toEqual(tried.sort());
  });

  it('says in which value the text breaks off', () => {
    expect(errorOf('cut-in-list.json').place?.pointer).toBe('/run/1');
  });

  it('hints at how a journal is made where an experiment was given', () => {
    expect(errorOf('experiment.json').hint).toContain('chaos run --journal-path');
  });
});

describe('what is found instead', () => {
  const messageOf = (json: string): string => {
    try {
      readJournal(Buffer.from(json), 'journal.json');
    } catch (error) {
      return (error as ReportError).message;
    }
    throw new Error('it was read without an error');
  };

  it('is quoted by its beginning, however long it is', () => {
    const letters = 'x'.repeat(20_000_000);
    expect(messageOf(`"${letters}"`)).toContain(`the string "${'x'.repeat(59)}…"`);
    expect(messageOf(`{"${letters}": 1}`)).toContain(`the key ${'x'.repeat(59)}…`);
    expect(messageOf('7'.repeat(100_000))).toContain(`the number ${'7'.repeat(59)}…`);
  });

  it('is quoted without tokens, also where it is cut in one', () => {
    const words = `${'abcdefghijkl1'.repeat(768)} abc`;
    expect(messageOf(`"${words} SECRETtoken1234567890"`)).toContain('the string "… abc …"');
  });
});

describe('odd parts that can be lived with', () => {
  it('are warnings, one for each kind, with the first place', () => {
    const { warnings } = readJournal(readFileSync(new URL('odd-parts.json', FOLDER)), 'odd-parts.json');
    expect(new Set(warnings.map(({ code }) => code))).toEqual(new Set(['odd-shape']));
    expect(warnings.map(({ place }) => place?.pointer)).toEqual([
      '/deviated',
      '/experiment/title',
      '/experiment/method',
      '/run',
      '/rollbacks/0',
    ]);
    expect(warnings.at(-1)?.detail).toEqual({ found: 'null', expected: 'object', count: 2 });
  });
});
