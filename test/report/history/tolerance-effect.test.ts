import { describe, expect, it } from '@jest/globals';
import fc from '../../support/properties.js';
import type { JsonValue } from '../../../src/json.js';
import { toleranceEffect } from '../../../src/report/history/tolerance-effect.js';

describe('the effect of another tolerance', () => {
  it.each<readonly [JsonValue, JsonValue, string | null, string]>([
    [[0, 2], [0, 10], 'python', 'loosened'],
    [[0, 10], [0, 2], 'python', 'tightened'],
    [[0, 2], [1, 3], 'python', 'changed'],
    [200, [200, 503], 'http', 'loosened'],
    [[200, 503], [200, 404], 'http', 'changed'],
    // A list of two is a range for a Python probe, and two statuses for an HTTP probe.
    [201, [200, 299], 'python', 'loosened'],
    [201, [200, 299], 'http', 'changed'],
    [5, [5, 5], 'python', 'none'],
    [[1, 2, 3], [1, 3], 'process', 'tightened'],
    [{ type: 'range', range: [0, 1] }, { type: 'range', range: [0, 2] }, 'python', 'loosened'],
    [
      { type: 'range', range: [0, 1], target: 'stdout' },
      { type: 'range', range: [0, 2], target: 'stderr' },
      'process',
      'changed',
    ],
    [{ type: 'regex', pattern: 'ok' }, { type: 'regex', pattern: 'ok|fine' }, 'process', 'changed'],
    [true, [true, false, null], 'python', 'loosened'],
    ['green', 'yellow', 'python', 'changed'],
    [null, [0, 1], 'python', 'changed'],
    [[2, 0], [0, 2], 'python', 'changed'],
  ])('%j to %j of %s: %s', (from, to, provider, effect) => {
    expect(toleranceEffect(from, to, provider)).toBe(effect);
  });

  it('is turned round with the order of the two', () => {
    const range = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })).filter(([a, b]) => a <= b);
    const opposite = { loosened: 'tightened', tightened: 'loosened', none: 'none', changed: 'changed' };
    fc.assert(
      fc.property(range, range, (a, b) => {
        expect(toleranceEffect(b, a, 'python')).toBe(opposite[toleranceEffect(a, b, 'python')]);
      }),
    );
  });

  it('is loosened only where whatever passed still passes', () => {
    const range = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })).filter(([a, b]) => a <= b);
    fc.assert(
      fc.property(range, range, fc.integer({ min: -12, max: 12 }), (a, b, value) => {
        const passes = ([low, high]: readonly [number, number]): boolean => value >= low && value <= high;
        if (toleranceEffect(a, b, 'python') === 'loosened' && passes(a)) expect(passes(b)).toBe(true);
      }),
    );
  });
});
