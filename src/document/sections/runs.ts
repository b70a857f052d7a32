/** Experiments that were run several times: each with its runs from the first to the last. */
import type { ReportHead, Series, SeriesRun } from '../../report/types.js';
import { inlines, level, linkTo, paragraph, time } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Row, Section } from '../types.js';
import { named, verdictStatus } from '../words/names.js';
import { count, duration } from '../words/quantity.js';
import { levelWords, outcomes } from './matrix.js';

export function runsSection({ series, lines }: ReportHead, settings: WordSettings): Section | null {
  if (series.length === 0) return null;
  const runs = series.reduce((sum, one) => sum + one.runs.length, 0);
  const older = series.some((one) => one.runs.some(({ experiment }) => experiment === null));
  return {
    kind: 'section',
    name: 'runs',
    id: 'runs',
    title: inlines('Runs'),
    startsPage: true,
    blocks: [
      paragraph(
        `${count(series.length, 'experiment was', 'experiments were')} run more than once, ${count(runs, 'time')} in all. Runs belong together where their title, or what was to be done, is the same.${older ? ` Only the latest run of each stands among the ${count(lines.length, 'experiment')} of this report.` : ''}`,
      ),
      ...series.map((one, index) => seriesSection(one, index, settings)),
    ],
  };
}

function seriesSection({ title, runs }: Series, index: number, settings: WordSettings): Section {
  return {
    kind: 'section',
    name: 'series',
    id: `runs-${index + 1}`,
    title: inlines(named(title, 'an experiment')),
    blocks: [
      {
        kind: 'table',
        role: 'runs',
        label: `The runs of ${named(title, 'an experiment')}`,
        columns: [
          { key: 'started', label: `Started, ${settings.zone.name}`, align: 'start', width: 110, heading: true },
          { key: 'verdict', label: 'Verdict', align: 'start', width: 100 },
          { key: 'level', label: 'Level line', align: 'start', width: 90 },
          { key: 'duration', label: 'Duration', align: 'start', width: 70 },
          { key: 'activities', label: 'Activities', align: 'start', width: 70 },
          { key: 'file', label: 'Journal', align: 'start', width: 65 },
        ],
        rows: runs.map((run) => runRow(run, settings)),
      },
    ],
  };
}

function runRow(run: SeriesRun, { zone }: WordSettings): Row {
  const started = run.start === null ? inlines('not said') : [time(run.start, zone.short(run.start))];
  return {
    ...(run.experiment === null ? { weight: 'muted' as const } : { target: run.experiment }),
    status: run.verdict,
    cells: [
      run.experiment === null ? started : [linkTo(run.experiment, ...started)],
      [verdictStatus(run.verdict)],
      [level(run.level, levelWords(run.level))],
      inlines(run.duration === null ? 'not said' : duration(run.duration)),
      inlines(outcomes(run.activities)),
      inlines(run.file),
    ],
  };
}
