import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { JsonValue } from '../../src/json.js';
import { FORMAT_NAMES } from '../../src/render/index.js';
import { renderReport } from '../../src/render/render-report.js';
import { reportFrom } from '../support/fixtures.js';
import fc from '../support/properties.js';

/** What every object of JavaScript has, unless it was made without. */
const INHERITED = [...Object.getOwnPropertyNames(Object.prototype), '&constructor;', 'prototype'];

/** A journal with some of its texts and keys replaced by such names. */
function planted(value: JsonValue, choose: () => string | null): JsonValue {
  if (typeof value === 'string') return choose() ?? value;
  if (Array.isArray(value)) return value.map((part) => planted(part as JsonValue, choose));
  if (typeof value !== 'object' || value === null) return value;
  const made: Record<string, JsonValue> = {};
  for (const [key, part] of Object.entries(value)) {
    const name = /^(?:experiment|method|run|provider|steady_states|type)$/.test(key) ? null : choose();
    // Assigning to __proto__ would set the prototype.
    Object.defineProperty(made, name ?? key, {
      value: planted(part as JsonValue, choose),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return made;
}

describe('names that every object has', () => {
  const texts = ['02-deviated', '01-completed-met', '13-continuous'].map((name) =>
    readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8'),
  );

  it.each(FORMAT_NAMES)('are ordinary texts and keys of a journal (%s)', async (format) => {
    const seldom = fc.oneof(
      { weight: 8, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(...INHERITED) },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), fc.infiniteStream(seldom), async (text, names) => {
        const journal = planted(JSON.parse(text) as JsonValue, () => names.next().value as string | null);
        const bytes = await renderReport(reportFrom(journal), format, { attachments: false });
        const written = Buffer.from(bytes).toString('latin1');
        expect(written).not.toContain('native code');
        expect(written).not.toContain('[object Object]');
      }),
      { numRuns: format === 'pdf' ? 10 : 40 },
    );
  });
});
