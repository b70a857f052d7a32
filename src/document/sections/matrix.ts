/** The matrix: a row an experiment, worst first, with its verdict, its level line and the reason in a few words. */
import type { ExperimentLine, LevelLine, OutcomeCounts, RollbackCounts } from '../../report/types.js';
import { inlines, level, linkTo, time } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Inline, Row, Table } from '../types.js';
import { named, STEADY_WORDS, verdictStatus } from '../words/names.js';
import { duration, figure } from '../words/quantity.js';
import { shortReason } from '../words/reason.js';

export function matrix(lines: readonly ExperimentLine[], settings: WordSettings): Table {
  return {
    kind: 'table',
    role: 'matrix',
    label: 'Experiments, worst first',
    columns: [
      { key: 'verdict', label: 'Verdict', align: 'start', width: 120 },
      { key: 'experiment', label: 'Experiment, and the reason', align: 'start', width: 197, heading: true },
      { key: 'started', label: `Started, ${settings.zone.name}`, align: 'start', width: 54 },
      { key: 'duration', label: 'Duration', align: 'start', width: 47 },
      { key: 'activities', label: 'Activities', align: 'start', width: 40 },
      { key: 'rollbacks', label: 'Rollbacks', align: 'start', width: 35 },
      { key: 'level', label: 'Level line', align: 'start', width: 120, under: 'verdict' },
      { key: 'reason', label: 'Reason', align: 'start', width: 197, under: 'experiment' },
    ],
    rows: lines.map((line) => row(line, settings)),
  };
}

function row(line: ExperimentLine, { zone, notation }: WordSettings): Row {
  const cells: Inline[][] = [
    [verdictStatus(line.verdict.verdict)],
    [linkTo(line.id, named(line.title, 'an experiment'))],
    line.start === null ? inlines('not said') : [time(line.start, zone.short(line.start))],
    inlines(line.duration === null ? 'not said' : duration(line.duration)),
    inlines(outcomes(line.activities)),
    inlines(rollbacks(line.rollbacks)),
    [level(line.level, levelWords(line.level))],
    inlines(shortReason(line.verdict, notation)),
  ];
  return { status: line.verdict.verdict, target: line.id, cells };
}

/** "4 ok, 1 failed, 1 no end". */
export function outcomes({ succeeded, failed, noEnd, other }: OutcomeCounts): string {
  const parts = [
    [succeeded, 'ok'],
    [failed, 'failed'],
    [noEnd, 'no\u00a0end'],
    [other, 'other'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, word]) => `${figure(number)}\u00a0${word}`);
  return said.length === 0 ? 'none' : said.join(', ');
}

/** "2 of 2" run; "1 of 2, 1 failed". */
function rollbacks({ declared, run, failed }: RollbackCounts): string {
  const total = Math.max(declared, run);
  if (total === 0) return 'none';
  return `${run}\u00a0of\u00a0${total}${failed > 0 ? `, ${failed}\u00a0failed` : ''}`;
}

/** What the level line shows, for those who do not see it. */
export function levelWords(line: LevelLine): string {
  if (!line.hypothesis) return 'Level line: no hypothesis, nothing was checked';
  const during = !line.method
    ? 'the method did not start'
    : line.samples.total === 0
      ? 'not sampled during the method'
      : line.samples.notMet === 0
        ? `met in all ${figure(line.samples.total)} samples during the method`
        : `not met in ${figure(line.samples.notMet)} of ${figure(line.samples.total)} samples during the method`;
  const cut = line.cut === null ? '' : ', where the run was stopped';
  return `Level line: ${STEADY_WORDS[line.before]} before, ${during}${cut}, ${STEADY_WORDS[line.after]} after`;
}
