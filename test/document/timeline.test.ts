/** The figures of timelines and samples against the journals they come from. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { estimatedWidth } from '../../src/chart/text-width.js';
import { drawTimeline } from '../../src/chart/timeline.js';
import type { TimelineData } from '../../src/chart/timeline-data.js';
import { foldRows, MOST_ROWS } from '../../src/document/sections/timeline-fold.js';
import { timelineTicks } from '../../src/document/sections/timeline-ticks.js';
import { timelineChart } from '../../src/document/sections/timeline.js';
import { timelineTable } from '../../src/render/markdown/timeline.js';
import { GMT } from '../../src/document/words/zone.js';
import { experimentOf, fixtureNames, FIXTURES } from '../support/fixtures.js';

interface Entry {
  readonly start: string;
  readonly end: string;
  readonly activity: { readonly name: string };
}
interface Written {
  readonly start: string;
  readonly run: readonly Entry[];
  readonly rollbacks: readonly Entry[];
  readonly steady_states: {
    readonly before: { readonly probes: readonly Entry[] };
    readonly during: readonly { readonly steady_state_met: boolean; readonly probes: readonly Entry[] }[];
  };
}

function written(name: string): Written {
  return JSON.parse(readFileSync(`${FIXTURES}${name}.json`, 'utf8')) as Written;
}

function dataOf(name: string): TimelineData {
  const chart = timelineChart(experimentOf(name), GMT)?.chart;
  if (chart?.kind !== 'timeline') throw new Error(`${name} has no timeline`);
  return chart.data;
}

/** Seconds between two times as the journal writes them, to the microsecond. */
function seconds(from: string, to: string): number {
  const micro = (text: string): number =>
    Date.parse(text.slice(0, 19) + 'Z') * 1000 + Number(text.slice(20, 26).padEnd(6, '0'));
  return (micro(to) - micro(from)) / 1e6;
}

describe('the timeline', () => {
  it('has every activity where the journal says it was', () => {
    const { start, run, rollbacks } = written('17-background-pauses');
    const lanes = dataOf('17-background-pauses').lanes.flatMap(({ rows }) => rows);
    expect(lanes).toHaveLength(run.length + rollbacks.length);
    for (const { activity, start: from, end } of run) {
      const row = lanes.find(({ label }) => label.replace(' · background', '') === activity.name);
      expect(row?.bars[0]?.start).toBeCloseTo(seconds(start, from), 5);
      expect(row?.bars[0]?.end).toBeCloseTo(seconds(start, end), 5);
    }
    expect(lanes.filter(({ bars }) => bars[0]?.background).map(({ label }) => label)).toEqual([
      'background load · background',
      'background failing · background',
      'background probe · background',
    ]);
    expect(lanes.find(({ label }) => label === 'foreground a')?.bars[0]?.pauseAfter).toBe(0.5);
    expect(lanes.find(({ label }) => label.startsWith('background failing'))?.status).toBe('failed');
  });

  it('has every sample, and those that were not met', () => {
    const { start, steady_states: states } = written('13-continuous');
    const samples = dataOf('13-continuous').lanes[0]?.samples ?? [];
    expect(samples.map(({ met }) => met)).toEqual(states.during.map(({ steady_state_met: met }) => met));
    const at = states.during.map(({ probes }) => seconds(start, probes[0]?.start ?? ''));
    samples.forEach((sample, index) => {
      expect(sample.at).toBeCloseTo(at[index] ?? NaN, 5);
    });
  });

  it('shades from the first action to the end of the method, to the microsecond', () => {
    const { start, run } = written('06-failed-action');
    const { window } = dataOf('06-failed-action');
    expect(window?.start).toBeCloseTo(seconds(start, run[0]?.start ?? ''), 5);
    expect(window?.end).toBeCloseTo(seconds(start, run.at(-1)?.end ?? ''), 5);
  });

  it('shows what was cut off as open, rollbacks apart, and no faults in a dry run', () => {
    const rows = (name: string): TimelineData['lanes'][number]['rows'] =>
      dataOf(name).lanes.flatMap((lane) => lane.rows);
    expect(rows('09-interrupted-sigint').find(({ label }) => label === 'long action')).toMatchObject({
      status: 'no-end',
      bars: [{ pauseAfter: 0 }],
    });
    const rollbacks = dataOf('12-rollback-fails').lanes.find(({ name }) => name === 'Rollbacks')?.rows;
    expect(rollbacks?.map(({ status }) => status)).toEqual([null, 'failed', null]);
    const dry = dataOf('15-dry-activities');
    expect(dry.window).toBeNull();
    expect(
      dry.lanes
        .flatMap((lane) => lane.rows)
        .every(({ bars }) => bars.every(({ pauseAfter, pauseBefore }) => pauseAfter + pauseBefore === 0)),
    ).toBe(true);
  });

  it.each(fixtureNames().filter((name) => timelineChart(experimentOf(name), GMT) !== null))(
    '%s is drawn inside its box, in at most a page',
    (name) => {
      const { width, height, marks } = drawTimeline(dataOf(name), { width: 493, margin: 120, measure: estimatedWidth });
      expect(height).toBeLessThan(700);
      for (const mark of marks) {
        if (mark.kind === 'rectangle') {
          expect(mark.x).toBeGreaterThanOrEqual(-0.01);
          expect(mark.x + mark.width).toBeLessThanOrEqual(width + LEAST);
          expect(mark.y + mark.height).toBeLessThanOrEqual(height);
        } else if (mark.kind === 'text') {
          const room = estimatedWidth(mark.text, mark.size);
          const left = mark.anchor === 'start' ? mark.x : mark.anchor === 'end' ? mark.x - room : mark.x - room / 2;
          expect(left).toBeGreaterThanOrEqual(-1);
          expect(left + room).toBeLessThanOrEqual(width + 1);
        }
      }
    },
  );
});

/** A bar is at least this wide, even at the very end. */
const LEAST = 2.5;

describe('ticks', () => {
  it.each([
    [0.013, ['+2 ms', '+4 ms', '+6 ms', '+8 ms', '+10 ms', '']],
    [2.5, ['+500 ms', '+1 s', '+1.5 s', '+2 s']],
    [13, ['+2 s', '+4 s', '+6 s', '+8 s', '+10 s', '']],
    [600, ['+2 min', '+4 min', '+6 min', '+8 min']],
    [40_000, ['+2 h', '+4 h', '+6 h', '+8 h', '']],
    [600_000, ['+1 d', '+2 d', '+3 d', '+4 d', '+5 d', '+6 d']],
  ])('of %d seconds, with a line and no word where it would touch an end', (span, between) => {
    const ticks = timelineTicks('2026-11-22T07:37:16Z', '2026-11-22T07:37:29Z', span, GMT);
    expect(ticks.map(({ label }) => label.replace('\u00a0', ' '))).toEqual(['07:37:16', ...between, '07:37:29']);
  });

  it('are drawn as lines where they have no word', () => {
    const ticks = timelineTicks('2026-11-22T07:37:16Z', '2026-11-22T07:37:29Z', 13, GMT);
    const { marks } = drawTimeline(
      { span: 13, lanes: [{ name: 'Actions', checks: [], samples: [], rows: [] }], window: null, ticks, key: [] },
      { width: 493, margin: 120, measure: estimatedWidth },
    );
    const uprights = marks.flatMap((mark) => (mark.kind === 'rule' && mark.stroke === 'grid' ? [mark] : []));
    expect(uprights).toHaveLength(ticks.length);
    expect(marks.flatMap((mark) => (mark.kind === 'text' && mark.text === '' ? [mark] : []))).toEqual([]);
  });
});

describe('folding', () => {
  const bar = { kind: 'action' as const, start: 0, end: 1, pauseBefore: 0, pauseAfter: 0, background: false };
  const lane = (labels: readonly string[]): TimelineData['lanes'][number] => ({
    name: 'Actions',
    checks: [],
    samples: [],
    rows: labels.map((label) => ({ label, bars: [bar], status: null })),
  });

  it('leaves few rows alone', () => {
    expect(foldRows([lane(['a', 'a', 'b'])])[0]?.rows).toHaveLength(3);
  });

  it('puts equal neighbours together with a count, and loses no bar', () => {
    const folded = foldRows([lane(Array.from({ length: 300 }, (_, index) => `request ${index}`))]);
    expect(folded[0]?.rows.map(({ label }) => label)).toEqual(['request 0 … request 299 (300)']);
    expect(folded[0]?.rows[0]?.bars).toHaveLength(300);
  });

  it('bundles what is still too much', () => {
    const folded = foldRows([lane(Array.from({ length: 500 }, (_, index) => (index % 2 ? 'even' : 'odd')))]);
    expect(folded[0]?.rows.length).toBeLessThanOrEqual(MOST_ROWS);
    expect(folded[0]?.rows.flatMap(({ bars }) => bars)).toHaveLength(500);
  });
});

describe('the timeline in Markdown', () => {
  it('does not say that the hypothesis was not met where nobody looked', () => {
    const checks = (name: string): string =>
      timelineTable(dataOf(name))
        .split('\n')
        .filter((line) => line.includes('hypothesis'))
        .join('');
    expect(checks('15-dry-activities')).toMatch(/–.*–/);
    expect(checks('15-dry-activities')).not.toMatch(/[✓✕]/);
    expect(checks('02-deviated')).toMatch(/✓.*✕/);
  });
});
