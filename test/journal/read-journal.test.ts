import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from '../support/properties.js';
import { ReportError } from '../../src/errors.js';
import { isObject } from '../../src/json.js';
import { readJournal } from '../../src/journal/read-journal.js';
import { plain } from './plain.js';

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const names = readdirSync(FIXTURES).filter((name) => name.endsWith('.json'));
const bytesOf = (name: string): Buffer => readFileSync(new URL(name, FIXTURES));

/** A journal, or the code of the error; anything else that is thrown is a failure of the test. */
function outcome(bytes: Uint8Array): string {
  try {
    return isObject(readJournal(bytes, 'x.json').root.experiment) ? 'journal' : 'no experiment';
  } catch (error) {
    if (error instanceof ReportError && error.message !== '' && error.hint !== undefined) return error.code;
    throw error;
  }
}

describe('readJournal', () => {
  it.each(names.filter((name) => !name.startsWith('27-')))('reads %s as JSON.parse does', (name) => {
    const bytes = bytesOf(name);
    const journal = readJournal(bytes, name);
    expect(plain(journal.root)).toEqual(JSON.parse(bytes.toString('utf8')));
    expect(journal.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(journal).toMatchObject({ file: name, pointer: '', size: bytes.length });
    expect(journal.warnings.map(({ code }) => code)).toEqual(name.includes('lib-0.3.0') ? ['old-format'] : []);
  });

  it('reads NaN, infinities and huge integers', () => {
    const { root, warnings } = readJournal(bytesOf('27-nan-huge.json'), '27.json');
    expect(warnings).toEqual([
      { code: 'non-finite-number', detail: { count: 6 }, place: { file: '27.json', line: 240, column: 17 } },
    ]);
    expect(JSON.stringify(root)).toContain('{"$number":"1180591620717411303424"}');
  });

  it('takes the journal out of a wrapper', () => {
    const journal = '{"experiment": {"title": "inner"}, "run": []}';
    const read = readJournal(Buffer.from(`{"experiment": {"title": "outer"}, "result": ${journal}}`), 'x.json');
    expect(read.pointer).toBe('/result');
    expect(plain(read.root)).toEqual(JSON.parse(journal));
  });

  it('warns of Windows-1252, a mark and duplicate keys, and reads on', () => {
    const odd = Buffer.from('{"run": [],\r\n"node": 1, "node": "caf\xe9", "experiment": {}}', 'latin1');
    const { root, warnings } = readJournal(odd, 'x.json');
    expect(root['node']).toBe('café');
    expect(warnings).toEqual([
      { code: 'windows-1252', place: { file: 'x.json' } },
      { code: 'duplicate-key', detail: { count: 1 }, place: { file: 'x.json', line: 2, column: 12 } },
    ]);
  });

  it('keeps to the limits that it was given', () => {
    const bytes = Buffer.from('{"run": [[[[]]]], "experiment": {}}');
    expect(() => readJournal(bytes, 'x.json', { bytes: 20 })).toThrow(expect.objectContaining({ code: 'too-large' }));
    expect(() => readJournal(bytes, 'x.json', { depth: 4 })).toThrow(expect.objectContaining({ code: 'too-deep' }));
    expect(outcome(bytes)).toBe('journal');
  });

  it('says of a journal cut anywhere that it is cut', () => {
    const small = names.map(bytesOf).filter((bytes) => bytes.length < 30_000);
    fc.assert(
      fc.property(fc.constantFrom(...small), fc.double({ min: 0, max: 1, noNaN: true }), (bytes, share) => {
        const end = Math.floor(bytes.length * share);
        const allowed = end === 0 ? ['empty'] : end === bytes.length ? ['journal'] : ['truncated', 'journal'];
        expect(allowed).toContain(outcome(bytes.subarray(0, end)));
      }),
    );
  });

  it('never crashes, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => outcome(bytes) !== ''));
    const hurt = fc.tuple(fc.nat(2000), fc.nat(255));
    const bytes = bytesOf('02-deviated.json');
    fc.assert(
      fc.property(fc.array(hurt, { minLength: 1, maxLength: 3 }), (changes) => {
        const changed = Buffer.from(bytes);
        for (const [at, byte] of changes) changed[at] = byte;
        expect(outcome(changed)).toMatch(/^(journal|syntax|truncated|shape|not-a-journal|experiment)$/);
      }),
    );
  });

  it('never crashes on JSON of any shape in the place of a part', () => {
    const parts = fc.dictionary(
      fc.constantFrom('run', 'rollbacks', 'steady_states', 'status', 'result', 'chaoslib-version'),
      fc.jsonValue(),
    );
    const experiment = fc.dictionary(
      fc.constantFrom('method', 'title', 'tags', 'steady-state-hypothesis'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(parts, experiment, (rest, definition) => {
        const text = JSON.stringify({ ...rest, experiment: definition });
        expect(outcome(Buffer.from(text))).toMatch(/^(journal|experiment|not-a-journal)$/);
      }),
    );
  });
});
