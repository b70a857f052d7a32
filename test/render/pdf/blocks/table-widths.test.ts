import { describe, expect, it } from '@jest/globals';
import fc from '../../../support/properties.js';
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

  it('gives a long word half of a checksum where there is room, and less where there is not', () => {
    const needs = [
      { natural: 400, least: 90 },
      { natural: 310, least: 190 },
    ];
    expect(shareWidths(needs, [1, 1], 480)?.[1]).toBeGreaterThanOrEqual(172);
    expect(shareWidths(needs, [1, 1], 220)?.[1]).toBeGreaterThanOrEqual(110);
    expect(shareWidths(needs, [1, 1], 190)).toBeNull();
  });

  it('leaves short columns whole, where the others keep enough', () => {
    const needs = [
      { natural: 95, least: 45 },
      { natural: 60, least: 50 },
      { natural: 190, least: 92 },
      { natural: 90, least: 50 },
    ];
    const widths = shareWidths(needs, [1, 1, 1, 1], 380);
    expect(widths).toEqual([95, 60, 135, 90]);
    // Too little would be left for the long one: then all give.
    const tight = shareWidths(needs, [1, 1, 1, 1], 320);
    expect(sum(tight)).toBeCloseTo(320);
    expect(tight?.[2]).toBeGreaterThan(92);
    expect(tight?.[0]).toBeLessThan(95);
  });

  it('never gives less than the least, nor more than there is', () => {
    const need = fc.tuple(fc.integer({ min: 5, max: 400 }), fc.integer({ min: 5, max: 110 }));
    fc.assert(
      fc.property(
        fc.array(need, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 200, max: 500 }),
        (pairs, total) => {
          const needs = pairs.map(([natural, least]) => ({ natural: Math.max(natural, least), least }));
          const widths = shareWidths(
            needs,
            needs.map(() => 1),
            total,
          );
          if (widths === null) return;
          expect(sum(widths)).toBeCloseTo(total);
          for (const [index, width] of widths.entries())
            expect(width).toBeGreaterThan((needs[index]?.least ?? 0) - 0.01);
        },
      ),
    );
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
