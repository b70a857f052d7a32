import { describe, expect, it } from '@jest/globals';
import { expectGrowthWithInput } from './growth.js';

/** So many steps, which nothing can leave out. */
function steps(count: number): number {
  let state = 1;
  for (let step = 0; step < count; step++) state = (state * 48_271) % 2_147_483_647;
  return state;
}

describe('the check of growth', () => {
  it('lets pass what grows with its input', () => {
    expectGrowthWithInput((size) => steps(100 * size), 8_000);
    expectGrowthWithInput((size) => steps(size * Math.log2(size)), 80_000);
  });

  it('stops what grows with the square', () => {
    expect(() => {
      expectGrowthWithInput((size) => steps(size * size), 3_200);
    }).toThrow('8 times as much');
  });
});
