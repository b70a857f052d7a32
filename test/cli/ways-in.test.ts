import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Document } from 'yaml';
import { findInputs } from '../../src/cli/find-inputs.js';
import { firstPass, type FirstPass, type Memory } from '../../src/cli/first-pass.js';
import type { Experiment, Report } from '../../src/report/types.js';
import { renderReport } from '../../src/render/render-report.js';
import { SETTINGS } from '../support/fixtures.js';

const SILENT = { read: () => undefined, passedOver: () => undefined };
const NAMES = ['01-completed-met', '02-deviated', '03-gate-tolerance-not-met', '06-failed-action', '30-nothing'];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chaos-report-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function fixture(name: string): string {
  return readFileSync(`fixtures/${name}.json`, 'utf8');
}

/** A journal on one line, its digits as they were. */
function line(name: string): string {
  return fixture(name).replace(/\s*\n\s*/g, ' ');
}

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function pass(names: readonly string[], memory?: Partial<Memory>): Promise<FirstPass> {
  return firstPass(await findInputs(names), SETTINGS, SILENT, memory);
}

async function all(pass: FirstPass): Promise<readonly Experiment[]> {
  const list: Experiment[] = [];
  for await (const { facts } of pass.experiments()) list.push(facts);
  return list;
}

/** What an experiment says apart from where it was read. */
function content(experiments: readonly Experiment[]): unknown {
  return experiments.map(({ source: { size, sha256, file, pointer, ...source }, warnings, ...rest }) => {
    expect([size, sha256, file, pointer]).not.toContain(undefined);
    return { ...rest, source: { ...source, warnings: [] }, warnings: warnings.map(({ code }) => code) };
  });
}

/** Every form gives what the journals give one by one, both kept built and read again. */
async function expectSame(path: string, pointers: readonly string[]): Promise<void> {
  const plain = content(await all(await pass(NAMES.map((name) => `fixtures/${name}.json`))));
  for (const memory of [{}, { built: 0 }]) {
    const read = await pass([path], memory);
    expect(read.errors).toEqual([]);
    const experiments = await all(read);
    expect(content(experiments)).toEqual(plain);
    expect(experiments.map(({ source }) => source.pointer).sort()).toEqual(pointers);
    expect(new Set(experiments.map(({ source }) => source.sha256)).size).toBe(1);
  }
}

const INDEXED = NAMES.map((_, index) => `/${index}`);

describe('several journals in one file', () => {
  it('are a list', async () => {
    await expectSame(write('a.json', `\n[ ${NAMES.map(fixture).join(' ,\n')}]\n`), INDEXED);
  });

  it('are a list of wrapped journals', async () => {
    const wrapped = NAMES.map((name) => `{"experiment": {}, "result": ${fixture(name)}}`);
    await expectSame(
      write('a.json', `[${wrapped.join(',')}]`),
      INDEXED.map((index) => `${index}/result`),
    );
  });

  it('stand one a line', async () => {
    await expectSame(write('a.json', `\n${NAMES.map(line).join('\r\n\n')}`), INDEXED);
    await expectSame(write('a.jsonl', NAMES.map(line).join('\n')), INDEXED);
  });

  it('stand one after another, on many lines', async () => {
    await expectSame(write('a.json', NAMES.map(fixture).join('\n')), INDEXED);
  });

  it('are packed', async () => {
    await expectSame(write('a.json.gz', gzipSync(`[${NAMES.map(fixture).join(',')}]`)), INDEXED);
    await expectSame(write('a.jsonl.gz', gzipSync(NAMES.map(line).join('\n'))), INDEXED);
    await expectSame(write('packed', gzipSync(NAMES.map(line).join('\n'))), INDEXED);
  });

  it('are in UTF-16', async () => {
    await expectSame(write('a.json', Buffer.from(`\ufeff[${NAMES.map(fixture).join(',')}]`, 'utf16le')), INDEXED);
  });

  it('are documents of YAML', async () => {
    const documents = NAMES.map((name) => new Document(JSON.parse(fixture(name))).toString({ lineWidth: 0 }));
    await expectSame(write('a.yaml', documents.join('---\n')), INDEXED);
  });
});

describe('what is broken among several', () => {
  it('is told by its line, and leaves the others alone', async () => {
    const lines = [line('01-completed-met'), '{"chaoslib-version": "1", oops', '', line('02-deviated'), 'null'];
    const { head, errors } = await pass([write('shards.jsonl', lines.join('\n'))]);
    expect(head.lines).toHaveLength(2);
    expect(errors.map(({ place }) => [place?.line, place?.column, place?.pointer])).toEqual([
      [2, 27, undefined],
      [undefined, undefined, '/3'],
    ]);
    const broken = await pass([write('first.json', [...lines].splice(1).join('\n'))]);
    expect(broken.head.lines).toHaveLength(1);
    expect(broken.errors.map(({ place }) => place?.line ?? place?.pointer)).toEqual([1, '/2']);
  });

  it('is the end of a list: what is before it is read', async () => {
    const text = `[${NAMES.map(fixture).join(',\n')}]`;
    const cut = await pass([write('cut.json', text.slice(0, -100))]);
    expect(cut.head.lines).toHaveLength(NAMES.length - 1);
    expect(cut.errors[0]).toMatchObject({ code: 'truncated' });
    const last = text.slice(0, -100).split('\n').length;
    expect(cut.errors[0]?.place?.line).toBe(last);
    const comma = await pass([write('comma.json', `${text.slice(0, -1)},]`)]);
    expect(comma.head.lines).toHaveLength(NAMES.length);
    expect(comma.errors).toMatchObject([{ code: 'syntax' }]);
  });

  it('are items that are no journals', async () => {
    const { head, errors } = await pass([write('odd.json', `[1, ${fixture('02-deviated')}, {"a": 1}, null]`)]);
    expect(head.lines).toHaveLength(1);
    expect(errors.map(({ place, message }) => [place?.pointer, message.slice(0, 48)])).toEqual([
      ['/2', 'This is not a journal: found an object with the '],
      ['/0', '2 of the 4 items of this list are no journal: th'],
    ]);
    expect(errors[0]?.message).toBeDefined();
    const none = await pass([write('none.json', '[1, {"a": 1}]')]);
    expect(none.errors).toMatchObject([
      { code: 'not-a-journal', message: expect.stringContaining('a list of 2 items') },
    ]);
  });

  it('is every hundredth file: each is in the report or among the unreadable ones', async () => {
    const text = line('30-nothing');
    for (let n = 0; n < 1000; n++) {
      const journal = text.replace('Neither hypothesis nor method', `Journal ${n}`);
      write(`many/${n}.json`, n % 100 === 7 ? journal.slice(0, -30) : journal);
    }
    const { head, errors, experiments } = await pass([join(folder, 'many')], { built: 100_000 });
    expect([head.lines.length, head.unreadable.length, errors.length]).toEqual([990, 10, 10]);
    const files = [...head.lines, ...head.unreadable].map(({ file }) => file);
    expect(new Set(files).size).toBe(1000);
    let count = 0;
    for await (const { facts } of experiments()) if (facts.source.file === head.lines[count]?.file) count++;
    expect(count).toBe(990);
  });
});

describe('a packed file', () => {
  it('is unpacked no further than the limit', async () => {
    const bomb = write('bomb.json.gz', gzipSync(Buffer.alloc(5_000_000, ' ')));
    const { errors } = await pass([bomb], { maxInput: 1_000_000 });
    expect(errors).toMatchObject([{ code: 'too-large', message: expect.stringContaining('the limit of 1.0 MB') }]);
    expect(errors[0]?.hint).toContain('--max-input');
  });

  it('that is cut or damaged says so', async () => {
    const packed = gzipSync(fixture('02-deviated'));
    const damaged = Buffer.from(packed);
    damaged.fill(0x55, 40, 80);
    const { errors } = await pass([write('cut.gz', packed.subarray(0, 500)), write('damaged.gz', damaged)]);
    expect(errors.map(({ code, message }) => [code, message])).toEqual([
      ['truncated', 'The gzip archive is cut short.'],
      ['syntax', 'The gzip archive is damaged.'],
    ]);
  });

  it('is not read where it is longer than the limit as it lies', async () => {
    const { errors } = await pass([write('long.json', fixture('02-deviated'))], { maxInput: 1000 });
    expect(errors).toMatchObject([{ code: 'too-large' }]);
  });
});

describe('a source that changes between the passes', () => {
  it('is told of in every form', async () => {
    const list = `[${NAMES.map(fixture).join(',')}]`;
    const path = write('list.json', list);
    const read = await pass([path], { built: 0 });
    writeFileSync(path, list.replace('"status": "completed"', '"status": "COMPLETED"'));
    await expect(all(read)).rejects.toMatchObject({ code: 'changed', place: { file: path } });
    const longer = await pass([path], { built: 0 });
    writeFileSync(path, `${list}\n`);
    await expect(all(longer)).rejects.toMatchObject({ code: 'changed' });
    const gone = await pass([path], { built: 0 });
    rmSync(path);
    await expect(all(gone)).rejects.toMatchObject({ code: 'not-found' });
  });
});

async function reportOf(names: readonly string[], memory?: Partial<Memory>): Promise<Report> {
  const read = await pass(names, memory);
  return { head: read.head, experiments: await all(read) };
}

async function shard(name: string, journals: readonly string[]): Promise<string> {
  return write(name, await renderReport(await reportOf(journals), 'json'));
}

describe('reports in the place of journals', () => {
  const files = NAMES.map((name) => `fixtures/${name}.json`);

  it('merge into the report of all journals', async () => {
    const cut = write('cut.json', '{"chaoslib-version": "1"');
    const plain = write('plain.json', fixture('02-deviated'));
    const whole = await reportOf([...files, cut, plain]);
    const one = await shard('one.json', [files[0]!, files[2]!, cut]);
    const two = await shard('two.json', [...files.slice(1, 4), plain]);
    for (const memory of [{}, { built: 0 }]) {
      const merged = await reportOf([one, two, files[4]!, files[0]!], memory);
      for (const format of ['json', 'markdown', 'html'] as const) {
        const [a, b] = [await renderReport(merged, format), await renderReport(whole, format)];
        expect(Buffer.from(a).toString()).toBe(Buffer.from(b).toString());
      }
    }
    expect(whole.head.unreadable).toHaveLength(1);
    expect(whole.head.duplicates).toMatchObject([{ file: 'fixtures/02-deviated.json', sameAs: plain }]);
  });

  it('count once, packed and on many lines too', async () => {
    const one = await shard('one.json', files);
    const pretty = write('pretty.json', JSON.stringify(JSON.parse(readFileSync(one, 'utf8')), null, 1));
    const packed = write('one.json.gz', gzipSync(readFileSync(one)));
    for (const memory of [{}, { built: 0 }]) {
      const { head, experiments } = await reportOf([one, pretty, packed, ...files], memory);
      expect(head.lines).toHaveLength(NAMES.length);
      expect(head.duplicates).toEqual([]);
      expect(experiments).toEqual((await reportOf(files)).experiments);
    }
  });

  it('that are broken give what can be read, and an error', async () => {
    const text = readFileSync(await shard('one.json', files), 'utf8');
    const cut = await pass([write('cut.json', text.slice(0, -3000))]);
    expect(cut.head.lines).toHaveLength(NAMES.length - 1);
    expect(cut.errors).toMatchObject([{ code: 'truncated' }]);
    const other = await pass([write('other.json', text.replace('"schemaVersion":"1', '"schemaVersion":"7'))]);
    expect(other.errors).toMatchObject([{ code: 'version' }]);
  });
});
