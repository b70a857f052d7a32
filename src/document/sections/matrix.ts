/** The matrix: a row an experiment, worst first, with its verdict, its level line and the reason in a few words. */
import type { ExperimentLine, LevelLine, OutcomeCounts, ReportHead } from '../../report/types.js';
import { MATRIX_ID } from '../ids.js';
import { inlines, level, linkTo, time } from '../inline.js';
import { hasHistory, placeInSeries } from '../latest-runs.js';
import type { WordSettings } from '../settings.js';
import type { Inline, Row, Table } from '../types.js';
import { newsBeside } from '../words/history-news.js';
import { named, STEADY_WORDS, verdictStatus } from '../words/names.js';
import { duration, figure } from '../words/quantity.js';
import { shortReason } from '../words/reason.js';

/** `series`: the histories; what they say of a run that is the latest of its experiment stands beside its verdict. */
export function matrix({ lines, series }: Pick<ReportHead, 'lines' | 'series'>, settings: WordSettings): Table {
  return {
    kind: 'table',
    role: 'matrix',
    id: MATRIX_ID,
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
    rows: lines.map((line) => row(line, newsOf(line, series, settings), settings)),
  };
}

/** A verdict is of one run: what the runs before it make of it is said with it. */
function newsOf({ id, latest }: ExperimentLine, series: ReportHead['series'], settings: WordSettings): Inline[][] {
  const place = latest && hasHistory({ series }, settings) ? placeInSeries({ series }, id) : null;
  return place === null ? [] : newsBeside(place.series, settings);
}

function row(line: ExperimentLine, news: readonly Inline[][], { zone, notation }: WordSettings): Row {
  const cells: Inline[][] = [
    [verdictStatus(line.verdict.verdict)],
    [linkTo(line.id, named(line.title, 'an experiment'))],
    line.start === null ? inlines('not said') : [time(line.start, zone.short(line.start))],
    inlines(line.duration === null ? 'not said' : duration(line.duration)),
    inlines(outcomes(line.activities)),
    inlines(rollbacks(line)),
    [level(line.level, levelWords(line.level))],
    inlines(shortReason(line.verdict, notation), ...news.flatMap((words) => inlines(' ', words))),
  ];
  return { status: line.verdict.verdict, target: line.id, cells };
}

/** "4 ok, 1 failed, 1 cut off, 2 not run". */
function outcomes({ succeeded, failed, noEnd, other, dry, notStarted }: OutcomeCounts): string {
  return counted([
    [succeeded, 'ok'],
    [failed, 'failed'],
    [noEnd, 'cut\u00a0off'],
    [other, 'other'],
    [dry, 'dry'],
    [notStarted, 'not\u00a0run'],
  ]);
}

/** "2 of 2", "1 of 2, 1 failed": how many succeeded of those that were to run. */
function rollbacks({ rollbacks: counts, verdict }: ExperimentLine): string {
  const { declared, run, succeeded, failed, cutOff, dry } = counts;
  const total = Math.max(declared, run + dry);
  if (total === 0) return 'none';
  if (run + dry === 0 && verdict.checks.everyRollbackSucceeded === 'not-known') return 'not recorded';
  if (dry === total) return `${figure(dry)}\u00a0dry`;
  const rest = counted([
    [failed, 'failed'],
    [cutOff, 'cut\u00a0off'],
  ]);
  return `${succeeded}\u00a0of\u00a0${total}${rest === 'none' ? '' : `, ${rest}`}`;
}

function counted(parts: readonly (readonly [number, string])[]): string {
  const said = parts.filter(([number]) => number > 0).map(([number, word]) => `${figure(number)}\u00a0${word}`);
  return said.length === 0 ? 'none' : said.join(', ');
}

/** What the level line shows, for those who do not see it. */
export function levelWords(line: LevelLine): string {
  if (!line.hypothesis) return 'Level line: no hypothesis, nothing was checked';
  const during = !line.method
    ? 'no activity of the method was started'
    : line.samples.total === 0
      ? 'not sampled during the method'
      : line.samples.notMet === 0
        ? `met in all ${figure(line.samples.total)} samples during the method`
        : `not met in ${figure(line.samples.notMet)} of ${figure(line.samples.total)} samples during the method`;
  const cut = line.cut === null ? '' : ', where the run was stopped';
  return `Level line: ${STEADY_WORDS[line.before]} before, ${during}${cut}, ${STEADY_WORDS[line.after]} after`;
}
