/**
 * The level line: level and black while the steady state was verified, dropped and red where it was not met, dotted where
 * nobody looked, cut by two strokes where the run was stopped, shaded where faults were injected. Drawn from evidence only.
 */
import type { LevelLine, SteadyStatus } from '../report/types.js';
import type { ChartMark, Drawing, Ink } from './marks.js';

/** The two places it stands in: beside a verdict, and as the rule under an experiment's title. */
export type LevelLineSize = 'matrix' | 'title';

const STROKES = {
  matrix: { line: 1.5, violation: 0.8, dotted: 1, dash: [1, 2.2], datum: 0.4, cut: 1.1 },
  title: { line: 2.2, violation: 1.3, dotted: 1.3, dash: [1.3, 3], datum: 0.4, cut: 1.1 },
} as const;

/** Where the method begins and ends in the width of the line, and the heights of its two levels. */
const METHOD_START = 0.25;
const METHOD_END = 0.75;
const DATUM = 0.32;
const DROP = 0.8;

/** Draws the line in a box of `width` × `height` points. */
export function drawLevelLine(level: LevelLine, size: LevelLineSize, width: number, height: number): Drawing {
  const stroke = STROKES[size];
  const high = height * DATUM;
  const low = height * DROP;
  const methodStart = width * METHOD_START;
  const methodEnd = width * METHOD_END;
  const stop = level.cut === null ? methodEnd : methodStart + level.cut * (methodEnd - methodStart);
  const marks: ChartMark[] = [];
  const rule = (
    x1: number,
    y1: number,
    x2: number,
    y2: number,
    ink: Ink,
    lineWidth: number,
    dash?: readonly number[],
  ): void => {
    marks.push({ kind: 'rule', x1, y1, x2, y2, stroke: ink, width: lineWidth, ...(dash ? { dash } : {}) });
  };

  if (level.method) {
    marks.push({
      kind: 'rectangle',
      x: methodStart,
      y: 0,
      width: Math.max(stop - methodStart, 1),
      height,
      fill: 'fault',
    });
  }
  if (level.hypothesis) rule(0, high, width, high, 'mid', stroke.datum);

  const parts: readonly [number, number, SteadyStatus, boolean][] = [
    [0, methodStart, level.before, true],
    [methodStart, stop, level.during, level.method],
    [methodEnd, width, level.after, level.cut === null && level.method],
  ];
  let last: number | null = null;
  for (const [x1, x2, status, looked] of parts) {
    if (status === 'not-run') {
      // Dotted where somebody could have looked and did not; nothing where that part of the run never came.
      if (looked) rule(x1, high, x2, high, 'ink2', stroke.dotted, stroke.dash);
      continue;
    }
    // Samples out of tolerance hang from a level line, one stroke each: the line itself drops only where all failed.
    const hanging = x1 === methodStart && level.violations.length > 0 && level.samples.met > 0;
    const y = status === 'met' || hanging ? high : low;
    const ink: Ink = y === high ? 'ink' : 'bad';
    if (last !== null && last !== y) rule(x1, last, x1, y, 'bad', stroke.line);
    rule(x1, y, x2, y, ink, stroke.line);
    if (hanging) {
      for (const at of level.violations) {
        const x = x1 + at * (x2 - x1);
        rule(x, high, x, low, 'bad', stroke.violation);
      }
    }
    last = y;
  }
  if (level.cut !== null) {
    const reach = height * 0.3;
    rule(stop + 0.5, high + reach, stop + reach + 0.5, high - reach, 'caution', stroke.cut);
    rule(stop + height * 0.2 + 0.9, high + reach, stop + height * 0.5 + 0.9, high - reach, 'caution', stroke.cut);
  }
  return { width, height, marks };
}

const SAMPLE_WIDTH = 16;
const SAMPLE_HEIGHT = 12;

/** A piece of the line for its key, or the blocks that show how much an experiment contributes. */
export type LevelSample =
  'met' | 'not-met' | 'not-checked' | 'method' | `contribution-${'high' | 'medium' | 'low' | 'none'}`;

/** Draws a sample. */
export function drawLevelSample(sample: LevelSample): Drawing {
  const { line, dotted, dash } = STROKES.matrix;
  const base = { width: SAMPLE_WIDTH, height: SAMPLE_HEIGHT };
  switch (sample) {
    case 'met':
      return { ...base, marks: [{ kind: 'rule', x1: 0, y1: 6, x2: SAMPLE_WIDTH, y2: 6, stroke: 'ink', width: line }] };
    case 'not-met':
      return {
        ...base,
        marks: [
          { kind: 'rule', x1: 0, y1: 3.5, x2: 7, y2: 3.5, stroke: 'ink', width: line },
          { kind: 'rule', x1: 7, y1: 3.5, x2: 7, y2: 9, stroke: 'bad', width: line },
          { kind: 'rule', x1: 6.3, y1: 9, x2: SAMPLE_WIDTH, y2: 9, stroke: 'bad', width: line },
        ],
      };
    case 'not-checked':
      return {
        ...base,
        marks: [{ kind: 'rule', x1: 0, y1: 6, x2: SAMPLE_WIDTH, y2: 6, stroke: 'ink2', width: dotted, dash }],
      };
    case 'method':
      return { ...base, marks: [{ kind: 'rectangle', x: 2, y: 0, width: 12, height: SAMPLE_HEIGHT, fill: 'fault' }] };
    case 'contribution-high':
      return blocks(3);
    case 'contribution-medium':
      return blocks(2);
    case 'contribution-low':
      return blocks(1);
    case 'contribution-none':
      return blocks(0);
  }
}

const BLOCK = 6;

/** Three blocks, as many of them filled. */
function blocks(filled: number): Drawing {
  return {
    width: 3 * (BLOCK + 1),
    height: BLOCK + 2,
    marks: [0, 1, 2].map((index) => {
      const at = {
        kind: 'rectangle' as const,
        x: index * (BLOCK + 1) + 0.3,
        y: 1.3,
        width: BLOCK - 0.6,
        height: BLOCK - 0.6,
      };
      return index < filled
        ? { ...at, fill: 'levelHigh' as const }
        : { ...at, stroke: 'levelOutline' as const, strokeWidth: 0.6 };
    }),
  };
}
