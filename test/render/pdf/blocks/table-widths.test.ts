import { describe, expect, it } from '@jest/globals';
import { shareWidths } from '../../../../src/render/pdf/blocks/table-widths.js';

const sum = (widths: readonly number[] | null): number => (widths ?? []).reduce((a, b) => a + b, 0);

describe('shareWidths', () => {
  it('gives each column its natural width, and what is left over by weight', () => {
    expect(
      shareWidths(
        [
          { natural: 50, least: 20 },
          { natural: 100, least: 20 },
        ],
        [1, 3],
        250,
      ),
    ).toEqual([75, 175]);
  });

  it('narrows the columns that have most, and gives all the room away', () => {
    const widths = shareWidths(
      [
        { natural: 40, least: 40 },
        { natural: 2000, least: 60 },
        { natural: 300, least: 50 },
      ],
      [1, 1, 1],
      400,
    );
    expect(sum(widths)).toBeCloseTo(400);
    expect(widths?.[0]).toBeCloseTo(40);
    expect(widths?.[1]).toBeGreaterThan(widths?.[2] ?? 0);
    expect(widths?.[2]).toBeGreaterThan(50);
  });

  it('gives up where not even the longest words fit', () => {
    expect(
      shareWidths(
        Array.from({ length: 9 }, () => ({ natural: 300, least: 80 })),
        Array(9).fill(1) as number[],
        400,
      ),
    ).toBeNull();
  });
});
