/**
 * The runs of experiments over time: a row an experiment, and in it the level line of each run, small, where it stands on the
 * axis of time. Between runs nobody looked: there is a hairline only.
 */
import type { LevelLine } from '../report/types.js';
import { fitted } from './fitted.js';
import { drawLevelLine } from './level-line.js';
import type { ChartMark, Drawing } from './marks.js';
import type { TextWidth } from './text-width.js';
import { uprightBetween } from './upright.js';

/** What is drawn. Times are milliseconds since 1970. */
export interface HistoryData {
  readonly start: number;
  readonly end: number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** The days of the first run and of the last one, which ticks need not name. */
  readonly ends: readonly [first: string, last: string];
  readonly rows: readonly HistoryRow[];
  /** What the shapes mean, of those that are there. */
  readonly key: readonly HistoryKeyEntry[];
}

/** A shape and its word. */
export interface HistoryKeyEntry {
  readonly shape: 'run' | 'changed' | 'ended';
  readonly label: string;
}

/** One experiment. */
export interface HistoryRow {
  readonly label: string;
  /** Where it is no longer run: the words beside its last run. */
  readonly ended: string | null;
  /** From the first to the last. */
  readonly runs: readonly HistoryMark[];
}

/** A run. `other`: it was not judged. `changed`: its definition is not that of the run before. */
export interface HistoryMark {
  readonly at: number;
  readonly state: 'held' | 'deviated' | 'other';
  readonly changed: boolean;
  readonly level: LevelLine;
}

const ROW = 25;
const LINE = { top: 5, height: 11, high: 0.32, low: 0.8 } as const;
const LABEL = { size: 8.4, leading: 10 } as const;
const AXIS = 8;
const KEY_ROW = 14;
/** A run's level line: as wide as there is room, but legible; where there is less, a stroke at its level. */
const WIDEST = 15;
const LEGIBLE = 7;
/** Runs closer than this share one stroke. */
const APART = 2.4;

/** Draws the rows under one axis. */
export function drawHistory(
  { start, end, ticks, rows, key }: HistoryData,
  { width, margin, measure }: { readonly width: number; readonly margin: number; readonly measure: TextWidth },
): Drawing {
  const marks: ChartMark[] = [];
  const front: ChartMark[] = [];
  const left = margin + WIDEST / 2;
  const plot = width - WIDEST / 2 - left;
  const x = (at: number): number => left + (end > start ? ((at - start) / (end - start)) * plot : plot / 2);
  const bottom = rows.length * ROW + 2;
  const size = { x, width, margin, measure };
  rows.forEach((row, index) => {
    drawRow(row, index * ROW, size, front);
  });
  for (const { at, label } of ticks) {
    marks.push(...uprightBetween(x(at), 0, bottom, { marks: front, measure }));
    const room = measure(label, AXIS);
    // A label at an edge stays inside the drawing.
    const middle = Math.min(Math.max(x(at), margin + room / 2), width - room / 2);
    marks.push({ kind: 'text', x: middle, y: bottom + 10, text: label, size: AXIS, fill: 'ink2', anchor: 'middle' });
  }
  marks.push(...front);
  return { width, height: drawKey(key, bottom + 16, size, marks), marks };
}

interface Size {
  readonly x: (at: number) => number;
  readonly width: number;
  readonly margin: number;
  readonly measure: TextWidth;
}

/** The key under the axis, in as many lines as it needs; gives its lower edge. */
function drawKey(
  entries: HistoryData['key'],
  top: number,
  { width, margin, measure }: Size,
  marks: ChartMark[],
): number {
  let x = margin;
  let y = top;
  for (const { shape, label } of entries) {
    const needed = WIDEST + 4 + measure(label, AXIS);
    if (x > margin && x + needed > width) {
      x = margin;
      y += KEY_ROW;
    }
    drawSwatch(shape, x, y, marks);
    marks.push({ kind: 'text', x: x + WIDEST + 4, y: y + 10, text: label, size: AXIS, fill: 'ink2', anchor: 'start' });
    x += needed + 14;
  }
  return entries.length === 0 ? top - 2 : y + KEY_ROW;
}

function drawSwatch(shape: HistoryKeyEntry['shape'], x: number, y: number, marks: ChartMark[]): void {
  if (shape === 'run') {
    for (const mark of drawLevelLine(SAMPLE, 'matrix', WIDEST, LINE.height).marks) marks.push(moved(mark, x, y + 1));
  } else if (shape === 'changed') marks.push(triangle(x + WIDEST / 2, y + 5));
  else marks.push(endStroke(x + WIDEST / 2, y + 7.2));
}

/** Held, with a method: the line of the key. */
const SAMPLE: LevelLine = {
  hypothesis: true,
  before: 'met',
  during: 'not-run',
  after: 'met',
  method: true,
  cut: null,
  samples: { total: 0, met: 0, notMet: 0 },
  violations: [],
};

function triangle(x: number, y: number): ChartMark {
  return { kind: 'path', d: 'M0 0L2.6 4.6H-2.6Z', x, y, fill: 'ink' };
}

function endStroke(x: number, y: number): ChartMark {
  return { kind: 'rule', x1: x, y1: y - 3.5, x2: x, y2: y + 3.5, stroke: 'caution', width: 1.2 };
}

function drawRow(
  { label, ended, runs }: HistoryRow,
  top: number,
  { x, width, margin, measure }: Size,
  marks: ChartMark[],
): void {
  const lines = wrapped(label, margin - 12, measure);
  lines.forEach((text, index) => {
    const y = top + LINE.top + (lines.length === 1 ? 8 : 4) + index * LABEL.leading;
    marks.push({ kind: 'text', x: 0, y, text, size: LABEL.size, fill: 'ink', anchor: 'start' });
  });
  const groups = together(runs, x);
  const [first, last] = [groups[0], groups.at(-1)];
  if (!first || !last) return;
  const datum = top + LINE.top + LINE.height * LINE.high;
  marks.push({ kind: 'rule', x1: first.x, y1: datum, x2: last.x, y2: datum, stroke: 'mid', width: 0.4 });
  groups.forEach((group, index) => {
    const room = Math.min(
      WIDEST,
      group.x - (groups[index - 1]?.x ?? -WIDEST) - 1,
      (groups[index + 1]?.x ?? Infinity) - group.x - 1,
    );
    const [only] = group.runs;
    if (only && group.runs.length === 1 && room >= LEGIBLE) {
      const line = drawLevelLine(only.level, 'matrix', room, LINE.height);
      for (const mark of line.marks) marks.push(moved(mark, group.x - room / 2, top + LINE.top));
    } else strokes(group, Math.max(room, APART - 0.6), top, marks);
    if (group.runs.some(({ changed }) => changed)) {
      marks.push(triangle(group.x, top + LINE.top + LINE.height + 2));
    }
  });
  if (ended === null) return;
  const end = last.x + WIDEST / 2 + 4;
  marks.push(
    { kind: 'rule', x1: last.x, y1: datum, x2: end, y2: datum, stroke: 'mid', width: 0.4 },
    endStroke(end, datum),
  );
  // Where there is no room for the words, the key has them.
  if (end + 4 + measure(ended, AXIS) <= width)
    marks.push({ kind: 'text', x: end + 4, y: datum + 2.6, text: ended, size: AXIS, fill: 'caution', anchor: 'start' });
}

interface Together {
  readonly x: number;
  readonly runs: HistoryMark[];
}

/** Runs that would be drawn over each other. */
function together(runs: readonly HistoryMark[], x: (at: number) => number): Together[] {
  const groups: Together[] = [];
  for (const run of runs) {
    const at = x(run.at);
    const last = groups.at(-1);
    if (last && at - last.x < APART) last.runs.push(run);
    else groups.push({ x: at, runs: [run] });
  }
  return groups;
}

/** High for what held, low for what deviated, both where both did; dotted where nothing was judged. */
function strokes({ x, runs }: Together, width: number, top: number, marks: ChartMark[]): void {
  const states = new Set(runs.map(({ state }) => state));
  const rule = (share: number, mark: Pick<Extract<ChartMark, { kind: 'rule' }>, 'stroke' | 'width' | 'dash'>): void => {
    const y = top + LINE.top + LINE.height * share;
    marks.push({ kind: 'rule', x1: x - width / 2, y1: y, x2: x + width / 2, y2: y, ...mark });
  };
  if (states.has('held')) rule(LINE.high, { stroke: 'ink', width: 1.5 });
  if (states.has('deviated')) rule(LINE.low, { stroke: 'bad', width: 1.5 });
  if (!states.has('held') && !states.has('deviated')) rule(LINE.high, { stroke: 'ink2', width: 1, dash: [1, 1] });
}

function moved(mark: ChartMark, dx: number, dy: number): ChartMark {
  switch (mark.kind) {
    case 'rule':
      return { ...mark, x1: mark.x1 + dx, x2: mark.x2 + dx, y1: mark.y1 + dy, y2: mark.y2 + dy };
    case 'rectangle':
    case 'hatch':
    case 'text':
      return { ...mark, x: mark.x + dx, y: mark.y + dy };
    case 'path':
      return { ...mark, x: (mark.x ?? 0) + dx, y: (mark.y ?? 0) + dy };
  }
}

/** At most two lines, cut with an ellipsis. */
function wrapped(label: string, room: number, measure: TextWidth): string[] {
  const words = label.split(/\s+/);
  let first = '';
  while (words.length > 0 && measure(`${first} ${words[0] ?? ''}`.trim(), LABEL.size) <= room)
    first = `${first} ${words.shift() ?? ''}`.trim();
  const lines = first === '' ? [words.join(' ')] : [first, words.join(' ')];
  return lines.filter((line) => line !== '').map((line) => fitted(line, room, LABEL.size, measure));
}
