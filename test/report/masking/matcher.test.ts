import { describe, expect, it } from '@jest/globals';
import fc from '../../support/properties.js';
import { matcherOf } from '../../../src/report/masking/matcher.js';
import type { Secret } from '../../../src/report/masking/secret-book.js';
import { cpuTime, expectGrowthWithInput } from '../../support/growth.js';

const secretOf = (value: string): Secret => ({ value, rule: 'key', name: null, mark: 0 });

describe('the matcher', () => {
  it('finds what a plain search finds', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: 8, maxLength: 10 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), maxLength: 60 });
    fc.assert(
      fc.property(fc.uniqueArray(piece, { minLength: 1, maxLength: 20 }), text, (values, haystack) => {
        const found = new Set(
          matcherOf(values.map(secretOf))
            .inside(haystack)
            .map(({ start }) => start),
        );
        for (let at = 0; at < haystack.length; at++) {
          expect(found.has(at)).toBe(values.some((value) => haystack.startsWith(value, at)));
        }
      }),
    );
  });

  it('finds long ones in texts that repeat themselves', () => {
    const period = fc.constantFrom('token=', 'ab', 'token=token;', 'aaaaaaab');
    const repeated = fc
      .tuple(period, fc.integer({ min: 300, max: 700 }), fc.nat(7), fc.string({ maxLength: 2 }))
      .map(([one, length, from, end]) => one.repeat(length).slice(from, from + length) + end);
    const text = fc.array(repeated, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(repeated, { minLength: 1, maxLength: 4 }), text, (values, haystack) => {
        const plain = values.map((value) => value.trim());
        const spans = matcherOf(values.map(secretOf)).inside(haystack);
        const missed = plain.flatMap((value) => {
          const places: number[] = [];
          for (let at = haystack.indexOf(value); at !== -1; at = haystack.indexOf(value, at + 1)) places.push(at);
          return places.filter((at) => !spans.some(({ start, end }) => start <= at && end >= at + value.length));
        });
        expect(missed).toEqual([]);
      }),
    );
  });

  it('finds a long one nowhere else in them', () => {
    const period = 'token=; ';
    const text = `${period.repeat(90)}token=;${period.repeat(90)}`;
    const value = `${period.repeat(40)}token`;
    const places: number[] = [];
    for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + 1)) places.push(at);
    const spans = matcherOf([secretOf(value)]).inside(text);
    expect(places.length).toBeGreaterThan(90);
    expect(spans.map(({ start }) => start)).toEqual(places);
  });

  it('takes time with a text that repeats itself, not with its square', () => {
    expectGrowthWithInput((size) => {
      const text = 'token='.repeat(size);
      expect(matcherOf([secretOf(text.slice(0, size * 3))]).inside(text).length).toBeGreaterThan(size / 3);
    }, 40_000);
  });

  it('prefers the longest of those that begin at one place', () => {
    const [span] = matcherOf(['12345678', '1234567890'].map(secretOf)).inside('1234567890');
    expect(span).toMatchObject({ start: 0, end: 10 });
  });

  it('takes secrets of any size', () => {
    const huge = 'k3y'.repeat(1_000_000);
    expect(matcherOf([secretOf(huge)]).inside(`a${huge}b`)).toHaveLength(1);
  });

  it('knows a secret as a whole value that is a part of another', () => {
    const all = 'k7Qm2Xv9Lp4Rt8Wz3Ya6';
    const matcher = matcherOf([all, all.slice(4, 12)].map(secretOf));
    expect(matcher.whole(all.slice(4, 12))?.value).toBe(all.slice(4, 12));
    expect(matcher.whole(` ${all}\n`)?.value).toBe(all);
    expect(matcher.whole(all.slice(5, 13))).toBeUndefined();
  });

  it('finds every form of any number of secrets, though it keeps the letters of few', () => {
    const values = Array.from({ length: 2_500 }, (_, i) => `k7Qm2Xv9${(i * 7919).toString(36)}Lp4Rt8`);
    const matcher = matcherOf(values.map(secretOf));
    for (const write of ['hex', 'base64', 'utf8'] as const) {
      const lines = values.map((value) => Buffer.from(value).toString(write));
      expect(lines.filter((line, index) => matcher.whole(line)?.value !== values[index])).toEqual([]);
      const found = new Set(matcher.inside(lines.join(' \n')).map(({ secret }) => secret.value));
      expect(values.filter((value) => !found.has(value))).toEqual([]);
    }
  });

  it('costs about the same for ten thousand secrets as for one', () => {
    const text = 'the quick brown fox jumps over the lazy dog '.repeat(20_000);
    const took = (count: number): number => {
      const matcher = matcherOf(Array.from({ length: count }, (_, i) => secretOf(`secret-${i}-${i * 7919}`)));
      matcher.inside(text);
      return cpuTime(() => matcher.inside(text));
    };
    expect(took(10_000)).toBeLessThan(20 * took(1) + 50);
  });
});
