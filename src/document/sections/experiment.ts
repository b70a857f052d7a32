/** An experiment's chapter: title on its level line, description, summary, definition, result, appendix. */
import type { DefinitionChange, Experiment, ReportHead, SteadyStatus, Verdict } from '../../report/types.js';
import { isJudged } from '../../report/history/turn.js';
import { isOneOfSeveral, placeInSeries, placeOfExperiment } from '../latest-runs.js';
import { inlines, linkTo, paragraph, plainText, present, status, time } from '../inline.js';
import { markdownBlocks } from '../markdown.js';
import type { WordSettings } from '../settings.js';
import type { Chart, Inline, Paragraph, Section, StatusName } from '../types.js';
import { againstEarlierSentences } from '../words/against-earlier.js';
import { changesWords, shortChange } from '../words/definition-change.js';
import { presentStanding } from '../words/standing.js';
import { named, STEADY_WORDS, VERDICT_WORDS, verdictStatus } from '../words/names.js';
import { count, figure } from '../words/quantity.js';
import { runName } from '../words/run-name.js';
import { definitionSection } from './definition.js';
import { experimentSummarySection } from './experiment-summary.js';
import { levelWords } from './matrix.js';
import { outputsSection } from './outputs.js';
import { resultSection } from './result.js';

/** Composes the chapter of an experiment. */
export function experimentSection(experiment: Experiment, head: ReportHead, settings: WordSettings): Section {
  const { sections } = settings;
  const run = runOfTitle(experiment.id, head, settings);
  return {
    kind: 'section',
    name: 'experiment',
    id: experiment.id,
    title: inlines(named(experiment.title, 'an experiment'), ...run),
    ...(run.length === 0 ? {} : { titleEnd: plainText(run) }),
    over: over(experiment.id, head),
    status: verdictStatus(experiment.verdict.verdict),
    startsPage: true,
    blocks: present(
      levelChart(experiment),
      ...(experiment.description === null ? [] : markdownBlocks(experiment.description)),
      ...(sections.has('runs') ? runNotes(experiment.id, head, settings) : []),
      experimentSummarySection(experiment, head, settings),
      sections.has('definition') && definitionSection(experiment, settings),
      sections.has('result') && resultSection(experiment, settings),
      sections.has('outputs') && outputsSection(experiment, settings),
    ),
  };
}

/** " – 2 Sep 2026", where other chapters have the same title. */
function runOfTitle(id: string, head: ReportHead, { zone }: WordSettings): Inline[] {
  const place = isOneOfSeveral(head, id) ? placeInSeries(head, id) : null;
  if (!place) return [];
  const { runs } = place.series;
  const start = runs[place.run]?.start ?? null;
  return inlines(' – ', start === null ? `run ${figure(place.run + 1)}` : time(start, runName(start, runs, zone)));
}

/** "Experiment 2 of 6", "Experiment 2 of 6, run 4 of 12". */
function over(id: string, head: ReportHead): string {
  const place = placeInSeries(head, id);
  const latest = place?.series.runs.at(-1)?.experiment ?? id;
  const { number, of } = placeOfExperiment(head, latest);
  const run = place === null ? '' : `, run ${figure(place.run + 1)} of ${figure(place.series.runs.length)}`;
  return `Experiment ${figure(number)} of ${figure(of)}${run}`;
}

/** Of the latest run how the experiment stands; of an older one that there is a later run. */
function runNotes(id: string, head: ReportHead, settings: WordSettings): Paragraph[] {
  const place = placeInSeries(head, id);
  const last = place?.series.runs.at(-1);
  if (!place || !last) return [];
  const history = linkTo(`runs-${place.index + 1}`, 'history');
  if (last.experiment === id) {
    const said = presentStanding(place.series, settings).flatMap((words) => inlines(...words, ' '));
    return [paragraph(inlines('The latest run. ', said, 'See its ', history, '.'), 'note')];
  }
  const later = last.start === null ? 'last run' : `last run, on ${settings.zone.day(last.start)},`;
  const link = last.experiment === null ? inlines(later) : [linkTo(last.experiment, later)];
  const { standing } = place.series;
  const caveat =
    last.verdict === 'held' && standing.turn === 'held-after-change'
      ? `, but only after ${shortChange(standing.changes)}`
      : '';
  const verdict = isJudged(last.verdict) ? last.verdict : `could not be judged: ${VERDICT_WORDS[last.verdict]}`;
  const changes = place.series.runs[place.run]?.changes ?? [];
  const before =
    changes.length === 0 ? [] : changedBefore(changes, place.series.runs[place.run]?.verdict ?? null, settings);
  return [
    paragraph(
      inlines('This is an older run.', ...before, ' The ', link, ` ${verdict}${caveat}. See the `, history, '.'),
      'note',
    ),
  ];
}

/** What was changed before an older run, and what its values say of an earlier tolerance. */
function changedBefore(
  changes: readonly DefinitionChange[],
  verdict: Verdict | null,
  { notation }: WordSettings,
): Inline[] {
  const against = againstEarlierSentences(changes, verdict, notation, 'the tolerance of the run before');
  return inlines(
    ' Before it ',
    ...changesWords(changes, notation),
    '.',
    ...against.flatMap((words) => inlines(' ', words)),
  );
}

/** The level line under the title, each part with its label. */
function levelChart({ level, verdict, hypothesis }: Experiment): Chart {
  const { total, notMet } = level.samples;
  const recorded = hypothesis?.recorded ?? true;
  const during =
    total === 0
      ? inlines('Method, not sampled')
      : notMet === 0
        ? inlines(`Method, ${count(total, 'sample')} `, word('met', 'met'))
        : inlines(`Method, ${figure(notMet)} of ${count(total, 'sample')} `, word('not-met', 'not met'));
  return {
    kind: 'chart',
    chart: {
      kind: 'level-line',
      level,
      before: level.hypothesis
        ? inlines('Before Run ', steadyWord(level.before, verdict.reason.code === 'not-measured-before', recorded))
        : inlines('No hypothesis'),
      during: !level.method ? [] : level.hypothesis ? during : inlines('Method'),
      after: level.hypothesis
        ? inlines('After Run ', steadyWord(level.after, verdict.reason.code === 'not-measured-after', recorded))
        : [],
    },
    alternative: levelWords(level),
  };
}

/** `unmeasured`: a probe raised an error instead of answering. */
function steadyWord(state: SteadyStatus, unmeasured: boolean, recorded: boolean): Inline {
  if (!recorded) return word('not-checked', 'not recorded');
  if (state === 'not-met' && unmeasured) return word('not-met', 'not measurable');
  return word(state === 'met' ? 'met' : state === 'not-met' ? 'not-met' : 'not-checked', STEADY_WORDS[state]);
}

function word(name: StatusName, words: string): Inline {
  return status(name, words, true);
}
