import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildReport, composeDocument, readJournal } from '../../src/index.js';
import type { JsonObject, JsonValue } from '../../src/json.js';

/** Controls, marks that change the direction of their neighbours, what cannot be seen, half of a character. */
const HIDING = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\p{Cs}]/u;
const EVIL = '\u001b[2J\u001b]0;pwn\u0007\u202Egnp.exe\u2066 \u0000\u200b\u2028\ud800';

/** Every text of a journal, and every key that is somebody's own, with something that hides in it. */
function withEvil(value: JsonValue, key = ''): JsonValue {
  if (typeof value === 'string')
    return /^(type|status|start|end|chaoslib-version)$/.test(key) ? value : `${value}${EVIL}`;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => withEvil(item, key));
  if (typeof value !== 'object' || value === null) return value;
  const own = /^(output|arguments|contributions|configuration|headers)$/.test(key);
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([name, item]) => [own ? `${name}${EVIL}` : name, withEvil(item, name)]),
  );
}

/** Where in a tree of values a text that hides something stands. */
function hiding(value: unknown, at: string, found: Set<string>): Set<string> {
  if (typeof value === 'string' && HIDING.test(value)) found.add(at);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value))
      hiding(item, Array.isArray(value) ? `${at}[]` : `${at}.${key}`, found);
  }
  return found;
}

describe('nothing hides in a document', () => {
  it.each([
    '02-deviated',
    '04-gate-probe-failed',
    '05-probe-traceback',
    '13-continuous',
    '18-contributions-tags',
    '31-prometheus',
  ])('%s', (name) => {
    const journal = withEvil(JSON.parse(readFileSync(`fixtures/${name}.json`, 'utf8')) as JsonValue);
    const read = readJournal(Buffer.from(JSON.stringify(journal)), `a\u202Eb.json`);
    const document = composeDocument(buildReport([read], { generated: new Date('2026-11-23') }));
    expect([...hiding(document, '', new Set())]).toEqual([]);
  });
});
