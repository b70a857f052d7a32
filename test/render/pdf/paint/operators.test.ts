import { describe, expect, it } from '@jest/globals';
import { PALETTES } from '../../../../src/theme/palettes.js';
import { STATUS_MARKS } from '../../../../src/theme/status.js';
import { number, pathOperators, rgb, utf16 } from '../../../../src/render/pdf/paint/operators.js';

describe('pathOperators', () => {
  it('turns lines in both cases into operators', () => {
    expect(pathOperators('M1 .5V3.6H5.2')).toBe('1 .5 m 1 3.6 l 5.2 3.6 l');
    expect(pathOperators('M2 2h8v8h-8Z')).toBe('2 2 m 10 2 l 10 10 l 2 10 l h');
    expect(pathOperators('M0 0L1 2 3 4')).toBe('0 0 m 1 2 l 3 4 l');
    expect(pathOperators('m1 1c1 0 2 1 2 2')).toBe('1 1 m 2 1 3 2 3 3 c');
  });

  it('ends an arc where it is said to end, and keeps it on its circle', () => {
    const operators = pathOperators('M6 1.5a4.5 4.5 0 1 0 0 9');
    const ends = [...operators.matchAll(/(\S+) (\S+) c/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    expect(ends.at(-1)).toEqual([6, 10.5]);
    for (const [x, y] of ends) expect(Math.hypot(x - 6, y - 6)).toBeCloseTo(4.5, 2);
    // Anti-clockwise on a page whose y runs down: the left half.
    expect(ends[0]?.[0]).toBeLessThan(6);
  });

  it('reads every status mark', () => {
    for (const { path } of Object.values(STATUS_MARKS)) expect(pathOperators(path)).toMatch(/^[\d. mlch-]+$/);
  });
});

describe('number, colour, utf16', () => {
  it('writes what a page needs', () => {
    expect([number(1.23456), number(-0.0001), number(7)]).toEqual(['1.235', '0', '7']);
    expect(rgb(PALETTES.print.paper)).toBe('1 1 1');
    expect(utf16('é🔥')).toBe('feff00e9d83ddd25');
  });
});
