/** Marks that change the direction of their neighbours, at every place of journals and what stands beside them: in no byte of any output. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { JsonValue } from '../../src/json.js';
import { readPdf } from '../support/read-pdf.js';
import { folderForEach } from './folder-for-each.js';

const MARKS = '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c';
const RAW = new RegExp(`.{0,30}[${MARKS}].{0,20}`, 'gu');

/** Each text of a tree, and each key that is somebody's own, with a mark in it: one after the other. */
function spoiler(): (value: JsonValue, key?: string, own?: boolean) => JsonValue {
  let count = 0;
  const spoilt = (text: string): string => {
    const mark = MARKS.charAt(count++ % MARKS.length);
    const at = count % 2 === 0 ? text.length : Math.min(2, text.length);
    return `${text.slice(0, at)}${mark}gnp${text.slice(at)}`;
  };
  const walk = (value: JsonValue, key = '', own = false): JsonValue => {
    if (typeof value === 'string')
      return /^(start|end|chaoslib-version|type|status)$/.test(key) ? value : spoilt(value);
    if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => walk(item, key, own));
    if (typeof value !== 'object' || value === null) return value;
    const inside = own || /^(output|arguments|contributions|configuration|headers|metric|x-.*)$/.test(key);
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        inside && !/^(status|body|stdout|values|value|metric)$/.test(name) ? spoilt(name) : name,
        walk(item as JsonValue, name, inside),
      ]),
    );
  };
  return walk;
}

const DESCRIPTION = [
  'Says [click](https://good.example/a\u202Eb), <https://e.example/\u2066x>, `co\u202Ede`, **bo\u2067ld**.',
  '![img\u202E](http://x.example/\u202E.png)',
  '| a\u202E | b |\n|---|---|\n| c\u2066 | d\u200F |',
  '    code\u2069\n\n> quo\u202Ete\n\n1. li\u200Est\n\n## head\u202Aing',
].join('\n\n');

const SIDECAR = [
  'system: "Check\u202Eout"',
  'owner: "Pay\u2066ments"',
  'ticket: { name: "CH\u202E1", url: "https://t.example/\u2067x" }',
  'notes: "Part **of\u202E it** [a](https://x.example/\u2066y)"',
  'follow-ups: [{ what: "Ra\u202Eise", who: "A\u2066da", ticket: { name: "T\u202E", url: "https://t.example/\u2069" } }]',
  'sign-off: [{ role: "Own\u202Eer", name: "Gr\u2066ace", decision: accepted, date: 2026-11-22 }]',
].join('\n');

const folder = folderForEach();

/** Every file below a folder. */
function filesBelow(path: string): readonly string[] {
  return readdirSync(path).flatMap((name) => {
    const file = join(path, name);
    return statSync(file).isDirectory() ? filesBelow(file) : [file];
  });
}

describe('marks of direction', () => {
  it('are raw in no output, wherever they stood', async () => {
    const spoil = spoiler();
    const inputs = ['02-deviated', '04-gate-probe-failed', '18-contributions-tags', '31-prometheus'];
    for (const name of inputs) {
      const journal = JSON.parse(readFileSync(`fixtures/${name}.json`, 'utf8')) as Record<string, JsonValue>;
      const experiment = { ...(journal['experiment'] as object), description: DESCRIPTION };
      const whole = { ...journal, experiment, 'x-audit': { who: 'me', deep: [{ long: 'word '.repeat(4_500) }] } };
      writeFileSync(folder.at(`\u202E${name}\u2066.json`), JSON.stringify(spoil(whole)));
      // The same again, later and changed: history, and what changed in the definition.
      const later = JSON.stringify(whole).replaceAll('"start":"20', '"start":"21').replaceAll('"end":"20', '"end":"21');
      const changed = JSON.parse(later.replaceAll('"timeout":', '"patience":')) as JsonValue;
      writeFileSync(folder.at(`later-\u2067${name}.json`), JSON.stringify(spoiler()(changed)));
    }
    writeFileSync(folder.at('broken\u202Ejson.json'), '{"chaoslib-version\u202E": [1, "x\u2066');
    writeFileSync(folder.at('chaos-report.yaml'), SIDECAR);
    const given = ['--title', 'T\u202Ei', '--classification', 'C\u2066', '--footer', 'F\u202E', '--author', 'A\u2067'];
    const more = [...given, '--subject', 'S\u202E', '--keywords', 'k\u2066,l\u202E', '--var', 'name=va\u202El'];
    const formats = ['r.html', 'pages/', 'r.md', 'r.json', 'r.xml', 'r.pdf'].flatMap((file) => ['-o', file]);
    const runs = [
      await folder.run('.', ...more, ...formats),
      await folder.run('.', ...more, '-o', 'f.html', '--fragment', '-o', 'g.md', '--profile', 'github'),
      await folder.run('.', ...more, '-o', 'c.html', '--profile', 'confluence'),
      await folder.run('.', '-v'),
    ];

    const texts = new Map<string, string>(runs.map(({ stdout, stderr }, index) => [`run ${index}`, stdout + stderr]));
    for (const file of filesBelow(folder.path)) {
      const name = file.slice(folder.path.length + 1);
      if (/^(?:f|g|c|r)\.(?:html|md|json|xml)$|^pages\//.test(name)) texts.set(name, readFileSync(file, 'utf8'));
    }
    texts.set('r.pdf', await readPdf(folder.at('r.pdf')));
    expect([...texts.keys()]).toEqual(
      expect.arrayContaining(['r.html', 'r.md', 'r.json', 'r.xml', 'f.html', 'g.md', 'c.html', 'pages/index.html']),
    );
    const raw = [...texts].flatMap(([name, text]) => [...new Set(text.match(RAW) ?? [])].map((at) => `${name}: ${at}`));
    expect(raw.map((at) => JSON.stringify(at)).slice(0, 20)).toEqual([]);
    // They are there, written out.
    const without = [...texts].filter(([, text]) => !/‹U\+20|\\u20/.test(text)).map(([name]) => name);
    expect(without.filter((name) => !/^pages\/(?:report\.|\.)|^run [012]$/.test(name))).toEqual([]);
  });
});
