import { describe, expect, it } from '@jest/globals';
import type { ReportError } from '../../src/errors.js';
import { looksLikeYaml, looksLikeYamlJournal, yamlToJson } from '../../src/journal/yaml-to-json.js';
import { cpuTime } from '../support/growth.js';

const toJson = (text: string, limit = 1e6): Promise<readonly string[]> => yamlToJson(text, 'journal.yaml', limit);
const errorOf = (text: string, limit = 1e6): Promise<ReportError> =>
  toJson(text, limit).then(
    () => {
      throw new Error('it was read without an error');
    },
    (error: unknown) => error as ReportError,
  );

describe('YAML', () => {
  it('keeps the digits of numbers, and has no dates', async () => {
    const text = `
big: 9007199254740993
exact: 1.0
small: 1e-400
octal: 0o17
plus: +12
nan: .nan
infinite: -.inf
start: 2026-11-22T07:37:16.243913
day: 2026-11-22
bytes: !!binary aGVsbG8=
tuple: !!python/tuple [1, 2]
no: no
empty:
200: key
`;
    expect(await toJson(text)).toEqual([
      '{"big":9007199254740993,"exact":1.0,"small":1e-400,"octal":15,"plus":12,"nan":NaN,"infinite":-Infinity,' +
        '"start":"2026-11-22T07:37:16.243913","day":"2026-11-22","bytes":"aGVsbG8=","tuple":[1,2],"no":"no","empty":null,"200":"key"}',
    ]);
  });

  it('has its aliases and merge keys written out; a map’s own keys count more', async () => {
    const text =
      'base: &b {type: http, timeout: 3}\nlist: [*b, *b]\nprobe:\n  <<: [*b, {type: x, more: 1}]\n  timeout: 5\n';
    expect(JSON.parse((await toJson(text))[0]!)).toEqual({
      base: { type: 'http', timeout: 3 },
      list: [
        { type: 'http', timeout: 3 },
        { type: 'http', timeout: 3 },
      ],
      probe: { type: 'http', more: 1, timeout: 5 },
    });
  });

  it('may have several documents, and keys that stand twice', async () => {
    expect(await toJson('---\na: 1\na: 2\n---\n[b]\n')).toEqual(['{"a":1,"a":2}', '["b"]']);
  });

  it('says where it is wrong', async () => {
    expect(await errorOf('a: 1\nb: [1, 2\nc: 3\n')).toMatchObject({
      code: 'syntax',
      place: { file: 'journal.yaml', line: 3 },
    });
    expect(await errorOf('a: 1\nb: *nobody\n')).toMatchObject({
      code: 'syntax',
      message: expect.stringContaining('nobody'),
      place: { line: 2 },
    });
  });

  it('ends soon where aliases stand for billions of values', async () => {
    const levels = 'abcdefghi'.split('').map((name, index, all) => {
      const below = index === 0 ? '"lol"' : `*${all[index - 1]!}`;
      return `${name}: &${name} [${Array(10).fill(below).join(',')}]`;
    });
    expect(await errorOf(levels.join('\n'))).toMatchObject({ code: 'too-large' });
    expect(['syntax', 'too-deep', 'too-large']).toContain((await errorOf('a: &a [*a]\n')).code);
  });

  it('ends as soon where maps merge one another, or themselves, without number', async () => {
    const levels = Array.from({ length: 12 }, (_, index) => {
      const below = index === 0 ? '{a: 1}' : `*b${index - 1}`;
      return `k${index}: &b${index} {<<: [${Array(10).fill(below).join(', ')}], y${index}: 1}`;
    });
    const wide = `a: &a {${Array.from({ length: 3_000 }, (_, n) => `k${n}: 1`).join(', ')}}\nb: [${Array(2_000).fill('{<<: *a}').join(', ')}]`;
    const before = process.cpuUsage();
    const [text = ''] = await toJson(levels.join('\n'));
    expect(Object.keys((JSON.parse(text) as Record<string, object>)['k11']!)).toHaveLength(13);
    expect(await toJson('m: &m\n  a: 1\n  <<: [*m, *m, *m]\n')).toEqual(['{"m":{"a":1}}']);
    expect(await toJson('? [&k {<<: *k}, *k]\n: 1\n')).toHaveLength(1);
    expect(await errorOf(wide)).toMatchObject({ code: 'too-large', place: { line: 2 } });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(3);
  });

  it('ends soon where it is nested without end', async () => {
    for (const text of ['['.repeat(100_000), '- '.repeat(100_000), '{a: '.repeat(20_000), '? '.repeat(20_000)]) {
      expect(await errorOf(text)).toMatchObject({ code: 'too-deep' });
    }
  });
});

describe('what is YAML', () => {
  it.each(['a: 1', '# note\n\na: 1', '---\na: 1', '%YAML 1.2\n---', '"a b": 1'.replace(' ', '-')])('%j', (text) => {
    expect(looksLikeYaml(Buffer.from(text))).toBe(true);
  });

  it.each(['{"a": 1}', '[1]', '', '2026-11-22 10:00 started', '<html>', 'https://example.org'])('not %j', (text) => {
    expect(looksLikeYaml(Buffer.from(text))).toBe(false);
  });

  it('is a journal where its keys are', () => {
    expect(looksLikeYamlJournal(Buffer.from('experiment:\n  title: t\nrun: []\n'))).toBe(true);
    expect(looksLikeYamlJournal(Buffer.from('# of today\n{\n  "experiment": {},\n  "run": []\n}\n'))).toBe(true);
    expect(looksLikeYamlJournal(Buffer.from('{experiment: {title: t}, run: []}'))).toBe(true);
    expect(looksLikeYamlJournal(Buffer.from('experiment: {}\nresult:\n  run: []\n'))).toBe(true);
    expect(looksLikeYamlJournal(Buffer.from('apiVersion: v1\nkind: Pod\n'))).toBe(false);
    expect(looksLikeYamlJournal(Buffer.from('name: an experiment: one\non: { pre-run: x }\n'))).toBe(false);
  });

  it('is told of a thousand blank lines at once', () => {
    const took = cpuTime(() => {
      for (const text of ['\n'.repeat(1_024), ' \n\t'.repeat(300), '# no key\n\n'.repeat(100)])
        expect(looksLikeYaml(Buffer.from(text))).toBe(false);
    });
    expect(took).toBeLessThan(1_000);
  });
});
