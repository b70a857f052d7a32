import { describe, expect, it } from '@jest/globals';
import { milliseconds, parseTime } from '../../src/report/time.js';

describe('parseTime', () => {
  it.each([
    ['2019-09-07T11:47:09.412187', '2019-09-07T11:47:09.412187Z', false],
    ['2026-11-22T07:37:31.499047+00:00', '2026-11-22T07:37:31.499047Z', true],
    ['2026-11-22T07:37:31+05:45', '2026-11-22T01:52:31Z', true],
    ['2026-11-22 07:37:31.123456789Z', '2026-11-22T07:37:31.123456789Z', true],
    ['2026-11-22T07:37-0130', '2026-11-22T09:07:00Z', true],
  ])('%s', (text, instant, zone) => {
    expect(parseTime(text)).toEqual({ time: { text, instant }, zone });
  });

  it.each(['yesterday', '2026-02-31T00:00:00Z', '2026-13-01T00:00:00Z', '2026-11-22', '2026-11-22T25:00:00'])(
    '%s is no time',
    (text) => {
      expect(parseTime(text).time).toEqual({ text, instant: null });
    },
  );

  it('keeps the fraction in milliseconds', () => {
    expect(milliseconds('1970-01-01T00:00:01.0005Z')).toBe(1000.5);
  });
});
