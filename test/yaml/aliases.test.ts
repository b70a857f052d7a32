import { describe, expect, it } from '@jest/globals';
import * as yaml from 'yaml';
import { anchorsOf } from '../../src/yaml/aliases.js';
import fc from '../support/properties.js';

function aliasesOf(document: yaml.Document): readonly yaml.Alias[] {
  const found: yaml.Alias[] = [];
  yaml.visit(document, { Alias: (_, alias) => void found.push(alias) });
  return found;
}

/** Nested values with anchors and aliases of few names, so that names stand twice, and aliases before their anchors. */
const text = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('*a', '*b', '*c', '1', '&a x', '&b y'),
    fc
      .tuple(fc.constantFrom('', '&a ', '&c '), fc.array(tie('any'), { maxLength: 4 }))
      .map(([anchor, items]) => `${anchor}[${items.join(', ')}]`),
    fc
      .tuple(fc.constantFrom('', '&b ', '&c '), fc.array(fc.tuple(tie('any'), tie('any')), { maxLength: 3 }))
      .map(([anchor, pairs]) => `${anchor}{${pairs.map(([key, value]) => `? ${key} : ${value}`).join(', ')}}`),
  ),
})).any;

describe('what aliases stand for', () => {
  it('is what the library finds for each', () => {
    let found = 0;
    fc.assert(
      fc.property(text, (source) => {
        const document = yaml.parseDocument(source, { uniqueKeys: false });
        const anchors = anchorsOf(yaml, document);
        for (const alias of aliasesOf(document)) {
          const meant = alias.resolve(document);
          if (meant) found++;
          expect(anchors.get(alias) === meant).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(50);
  });

  it('is found in one walk, however many there are', () => {
    const document = yaml.parseDocument(`[&a 1${', *a'.repeat(20_000)}]`);
    const { items } = document.contents as unknown as yaml.YAMLSeq;
    let looks = 0;
    const watched = new Proxy(items, {
      get: (target, key, receiver) => {
        looks++;
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
    Object.assign(document.contents as object, { items: watched });
    expect(anchorsOf(yaml, document as yaml.Document).size).toBe(20_000);
    expect(looks).toBeLessThan(3 * 20_000);
  });
});
