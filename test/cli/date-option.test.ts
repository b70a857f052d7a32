import { describe, expect, it } from '@jest/globals';
import { parseDate } from '../../src/cli/date-option.js';
import { ReportError } from '../../src/errors.js';

describe('--date', () => {
  it.each([
    ['2026-11-23', 'UTC', '2026-11-23T00:00:00Z'],
    ['2026-11-23', 'America/New_York', '2026-11-23T05:00:00Z'],
    ['2026-11-23', 'Pacific/Auckland', '2026-11-22T11:00:00Z'],
    // The day on which the clocks change, before and after.
    ['2026-04-05', 'Pacific/Auckland', '2026-04-04T11:00:00Z'],
    ['2026-03-29', 'Europe/Paris', '2026-03-28T23:00:00Z'],
    // Clocks skip midnight itself: the day begins at one o'clock.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['2026-11-23T09:30:00+02:00', 'America/New_York', '2026-11-23T07:30:00Z'],
    ['2026-11-23 09:30:00.75z', 'UTC', '2026-11-23T09:30:00Z'],
    ['2024-02-29', 'UTC', '2024-02-29T00:00:00Z'],
  ])('%s in %s is %s', (text, zone, instant) => {
    expect(parseDate(text, zone)).toBe(instant);
  });

  it.each([
    '',
    'today',
    '2026-11',
    '2026-02-31',
    '2023-02-29',
    '2026-02-31T00:00:00Z',
    '2026-11-23T09:30',
    '23.11.2026',
    '2026-13-01',
  ])('"%s" is no date', (text) => {
    expect(() => parseDate(text, 'UTC')).toThrow(ReportError);
  });
});
