import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../../../../src/document/types.js';
import { layoutFacts } from '../../../../src/render/pdf/blocks/facts.js';
import { testContext, textsOf } from '../ruler.js';
import { words } from '../sample.js';

const facts = (values: readonly string[], role?: Facts['role']): Facts => ({
  kind: 'facts',
  rows: values.map((value, index) => ({ label: words(`l${index}`), value: words(value) })),
  ...(role ? { role } : {}),
});
const shown = (values: readonly string[], role?: Facts['role']) =>
  layoutFacts(facts(values, role), testContext()).map((strip) => textsOf(strip.items).join(' '));

describe('layoutFacts', () => {
  it('sets four short pairs or more two abreast, filled down', () => {
    expect(shown(['a', 'b', 'c'])).toHaveLength(3);
    expect(shown(['a', 'b', 'c', 'd', 'e'])).toEqual(['l0 a l3 d', 'l1 b l4 e', 'l2 c']);
  });

  it('leaves room between a value and the label beside it', () => {
    // Of 142 points each character takes 4.75.
    expect(shown(['a', 'x'.repeat(27), 'c', 'd'])).toHaveLength(2);
    expect(shown(['a', 'x'.repeat(28), 'c', 'd'])).toHaveLength(4);
  });

  it('lets a few of many values take two lines, and none of few', () => {
    const platform = 'Linux-6.18.44-fc-v669-x86_64-with-glibc2.36';
    expect(shown(['a', 'b', platform, 'd', 'e'])).toHaveLength(5);
    const many = shown(['a', 'b', platform, 'd', 'e', 'f', 'g', 'h', 'i']);
    expect(many).toHaveLength(5);
    expect(many.join(' ').replaceAll(' ', '')).toContain('Linux-6.18.44-');
    expect(shown(['a', 'x'.repeat(60), 'c', 'd', 'e', 'f', 'g', 'h'])).toHaveLength(8);
  });

  it('sets names with their figures as many abreast as there is room for, and loses none', () => {
    const values = Array.from({ length: 50 }, (_, index) => `${index} · ${index + 1}`);
    const strips = shown(values, 'figures');
    expect(strips.length).toBeLessThan(20);
    for (const [index, value] of values.entries()) expect(strips.join(' ')).toContain(`l${index} ${value}`);
  });
});
