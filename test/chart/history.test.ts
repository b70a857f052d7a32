import { describe, expect, it } from '@jest/globals';
import { drawHistory, type HistoryData } from '../../src/chart/history.js';
import { estimatedWidth } from '../../src/chart/text-width.js';
import type { LevelLine } from '../../src/report/types.js';

const LEVEL: LevelLine = {
  before: 'met',
  during: 'not-run',
  after: 'met',
  method: true,
  violations: [],
  samples: { total: 0, met: 0, notMet: 0 },
  cut: null,
  hypothesis: true,
};
const run = (at: number, changed = false): HistoryData['rows'][number]['runs'][number] => ({
  at,
  state: 'held',
  changed,
  level: LEVEL,
});

function draw(ended: string | null, at: readonly number[]) {
  const data: HistoryData = {
    start: 0,
    end: 100,
    ticks: [{ at: 50, label: 'May 2026' }],
    ends: ['1 Apr 2026', '30 Jun 2026'],
    rows: [
      { label: 'Mail', ended, runs: at.map((one) => run(one)) },
      { label: 'Search', ended: null, runs: [run(0), run(100, true)] },
    ],
    key: [
      { shape: 'run', label: 'a run' },
      { shape: 'changed', label: 'another definition' },
      { shape: 'ended', label: 'no longer run' },
    ],
  };
  return drawHistory(data, { width: 493, margin: 120, measure: estimatedWidth });
}

const texts = (drawing: ReturnType<typeof draw>) =>
  drawing.marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));

describe('the history chart', () => {
  it('names its shapes in a key below the axis', () => {
    const drawing = draw(null, [0, 30]);
    const key = texts(drawing).filter(({ text }) => ['a run', 'another definition', 'no longer run'].includes(text));
    expect(key).toHaveLength(3);
    const axis = texts(drawing).find(({ text }) => text === 'May 2026')?.y ?? NaN;
    for (const { y } of key) {
      expect(y).toBeGreaterThan(axis + 8);
      expect(y).toBeLessThanOrEqual(drawing.height);
    }
  });

  it('ends a row with a stroke where it is no longer run, and says so where there is room', () => {
    const strokes = (drawing: ReturnType<typeof draw>): number =>
      drawing.marks.filter((mark) => mark.kind === 'rule' && mark.stroke === 'caution').length;
    // The key has one.
    expect(strokes(draw(null, [0, 30]))).toBe(1);
    const ended = draw('not run since 3 May 2026', [0, 30]);
    expect(strokes(ended)).toBe(2);
    expect(texts(ended).map(({ text }) => text)).toContain('not run since 3 May 2026');
    const late = draw('not run since 3 May 2026', [0, 95]);
    expect(strokes(late)).toBe(2);
    expect(texts(late).map(({ text }) => text)).not.toContain('not run since 3 May 2026');
  });
});
