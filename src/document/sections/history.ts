/** The history: experiments that were run several times, how they stand, each run, and what of them was changed. */
import { median } from '../../report/history/duration-shift.js';
import type { ReportHead, Series, SeriesRun, Turn } from '../../report/types.js';
import { inlines, level, linkTo, paragraph, present, status, time } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Inline, Row, Section, Table } from '../types.js';
import { changedThings } from '../words/definition-change.js';
import { named, VERDICT_WORDS, verdictStatus } from '../words/names.js';
import { count, duration, figure } from '../words/quantity.js';
import { standingSentences } from '../words/standing.js';
import { definitionChanges } from './definition-changes.js';
import { historyChart } from './history-chart.js';
import { foldRuns, type FoldedRuns } from './history-fold.js';
import { levelWords } from './matrix.js';

/** How many rows the chart has. */
const MOST_ROWS = 40;

/** Null where no experiment was run twice. */
export function historySection({ series }: ReportHead, settings: WordSettings): Section | null {
  if (series.length === 0) return null;
  const runs = series.reduce((sum, one) => sum + one.runs.length, 0);
  const older = series.some((one) => one.runs.some(({ experiment }) => experiment === null));
  const drawn = series.slice(0, MOST_ROWS);
  return {
    kind: 'section',
    name: 'runs',
    id: 'runs',
    title: inlines('History'),
    startsPage: true,
    blocks: present(
      paragraph(
        `${count(series.length, 'experiment was', 'experiments were')} run more than once, ${count(runs, 'time')} in all.${older ? ' Only the latest run of each has a chapter in this report.' : ''} Each run is drawn as its level line.`,
      ),
      historyChart(drawn, settings.zone),
      series.length > drawn.length &&
        paragraph(`The chart has the first ${figure(drawn.length)} of ${count(series.length, 'experiment')}.`, 'note'),
      ...series.map((one, index) => seriesSection(one, index, settings)),
    ),
  };
}

function seriesSection(series: Series, index: number, settings: WordSettings): Section {
  return {
    kind: 'section',
    name: 'series',
    id: `runs-${index + 1}`,
    title: inlines(named(series.title, 'an experiment')),
    blocks: present(
      paragraph(standingSentences(series, settings).flatMap((words, at) => inlines(at === 0 ? '' : ' ', words))),
      runsTable(series, settings),
      ...definitionChanges(series, settings),
    ),
  };
}

function runsTable({ title, runs }: Series, settings: WordSettings): Table {
  const folder = commonFolder(runs.map(({ file }) => file));
  return {
    kind: 'table',
    role: 'runs',
    label: `The runs of ${named(title, 'an experiment')}`,
    columns: [
      { key: 'started', label: `Started, ${settings.zone.name}`, align: 'start', width: 112, heading: true },
      { key: 'verdict', label: 'Verdict', align: 'start', width: 78 },
      { key: 'level', label: 'Level line', align: 'start', width: 88 },
      { key: 'turn', label: 'Since the run before', align: 'start', width: 104 },
      { key: 'duration', label: 'Duration', align: 'start', width: 56 },
      { key: 'file', label: 'Journal', align: 'start', width: 90 },
    ],
    rows: foldRuns(runs).map((one) =>
      'folded' in one ? foldedRow(one, settings) : runRow(one, one.file.slice(folder.length), settings),
    ),
  };
}

/** The folder that all of several files are in, with its last slash: the appendix names the files in full. */
function commonFolder(files: readonly string[]): string {
  const [first = '', ...others] = files;
  let end = first.lastIndexOf('/') + 1;
  for (const file of others)
    while (end > 0 && !file.startsWith(first.slice(0, end))) end = first.lastIndexOf('/', end - 2) + 1;
  return first.slice(0, end);
}

function runRow(run: SeriesRun, file: string, { zone }: WordSettings): Row {
  const started = run.start === null ? inlines('not said') : [time(run.start, zone.short(run.start))];
  return {
    ...(run.experiment === null ? { weight: 'muted' as const } : { target: run.experiment }),
    status: run.verdict,
    cells: [
      run.experiment === null ? started : [linkTo(run.experiment, ...started)],
      [verdictStatus(run.verdict)],
      [level(run.level, levelWords(run.level))],
      turnCell(run),
      inlines(run.duration === null ? 'not said' : duration(run.duration)),
      inlines(file),
    ],
  };
}

/** The runs of a month that say nothing new. */
function foldedRow({ folded, label }: FoldedRuns, { zone }: WordSettings): Row {
  const first = folded[0]?.start ?? null;
  const verdicts = new Map<SeriesRun['verdict'], number>();
  for (const { verdict } of folded) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
  const durations = folded.flatMap(({ duration: seconds }) => seconds ?? []);
  const words = [...verdicts].map(([verdict, number]) => `${figure(number)}\u00a0${VERDICT_WORDS[verdict]}`);
  return {
    weight: 'muted',
    cells: [
      first === null ? inlines(label) : [time(first, zone.day(first).replace(/^\S+ /, ''))],
      inlines(words.join(', ')),
      [],
      inlines(`${count(folded.length, 'run')}, nothing new`),
      inlines(durations.length === 0 ? 'not said' : `${duration(median(durations))} (median)`),
      [],
    ],
  };
}

/** The words of the turns; what stays as it was needs none. */
const TURN_WORDS: Readonly<Record<Turn, string>> = {
  regressed: 'regressed',
  'deviated-after-change': 'deviates after a change',
  'still-deviated': 'still deviates',
  'held-after-change': 'held after a change',
  fixed: 'fixed',
  'still-held': 'still holds',
  first: 'first',
  'not-judged': 'not judged',
};

function turnCell({ turn, changes }: SeriesRun): Inline[] {
  const things = changedThings(changes);
  const changed = things === '' ? '' : `; changed: ${things}`;
  switch (turn) {
    case 'regressed':
    case 'deviated-after-change':
      return inlines(status('deviated', TURN_WORDS[turn]), changed);
    case 'held-after-change':
      return inlines(status('not-tested', TURN_WORDS[turn]), changed);
    case 'fixed':
      return inlines(status('held', TURN_WORDS[turn]), changed);
    default:
      return inlines(`${TURN_WORDS[turn]}${changed}`);
  }
}
