import { describe, expect, it } from '@jest/globals';
import fc from '../../support/properties.js';
import { statisticsOf, writtenStatistics } from '../../../src/report/metrics/statistics.js';

describe('statistics', () => {
  it('interpolates quantiles between ranks, as Prometheus does', () => {
    // promql: quantile(0.95, …) of 1 to 10 is 9.55.
    expect(statisticsOf([10, 1, 9, 2, 8, 3, 7, 4, 6, 5])).toEqual({
      count: 10,
      plusInfinity: 0,
      minimum: 1,
      median: 5.5,
      p95: expect.closeTo(9.55, 10) as unknown as number,
      maximum: 10,
    });
  });

  it('leaves NaN out, and has nothing to say where there is nothing else', () => {
    expect(statisticsOf([NaN, 2, Infinity])?.count).toBe(2);
    expect(statisticsOf([NaN, NaN])).toBeNull();
    expect(statisticsOf([])).toBeNull();
  });

  it('takes +Inf for the largest value, by its rank', () => {
    const statistics = statisticsOf([1, 2, 3, NaN, Infinity, 4, 5, 6, 7, 8]);
    expect(statistics).toMatchObject({ plusInfinity: 1, minimum: 1, median: 5, p95: Infinity, maximum: Infinity });
    expect(writtenStatistics(statistics)).toMatchObject({ median: 5, p95: '+Inf', maximum: '+Inf' });
    expect(statisticsOf([-Infinity, Infinity])).toMatchObject({ median: Infinity });
  });

  it('is in order for any values', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), { minLength: 1 }), (values) => {
        const { minimum, median, p95, maximum } = statisticsOf(values)!;
        expect(minimum <= median && median <= p95 && p95 <= maximum).toBe(true);
        expect([minimum, maximum]).toEqual([Math.min(...values), Math.max(...values)]);
      }),
    );
  });
});
