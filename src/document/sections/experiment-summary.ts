/** What was learnt from one experiment, the four evidence checks, and the facts of its run. */
import { refusal } from '../../report/doubt.js';
import { DRY_ACTIONS, DRY_PROBES } from '../../report/dry.js';
import { rollbackAnswers } from '../../report/rollback-answers.js';
import { milliseconds } from '../../report/time.js';
import type { Answer, Experiment, ReportHead } from '../../report/types.js';
import { code, fullTime, inlines, linkTo, paragraph, present, status } from '../inline.js';
import { partId } from '../ids.js';
import type { WordSettings } from '../settings.js';
import type { FactRow, Inline, List, Section, StatusName } from '../types.js';
import { verdictStatus } from '../words/names.js';
import { count, duration, enumeration } from '../words/quantity.js';
import { reasonSentence } from '../words/reason.js';
import { aboutRows } from './about.js';
import { CHECK_WORDS } from './evidence.js';
import { findingCallouts } from './findings.js';
import { followUpTable } from './follow-ups.js';
import { leftBehindRows } from './left-behind.js';
import { notesSection } from './notes.js';
import { answerRows } from './rollback-answers.js';

export function experimentSummarySection(
  experiment: Experiment,
  { generated }: ReportHead,
  settings: WordSettings,
): Section {
  const { verdict, findings } = experiment;
  const followUps = experiment.sidecar?.followUps ?? [];
  const notes = experiment.sidecar?.notes ? [experiment.sidecar.notes] : [];
  const answers = rollbackAnswers(experiment.rollbacks).map((answer) => ({
    ...answer,
    experiment: experiment.id,
    title: null,
  }));
  const leftRows = [
    ...leftBehindRows(experiment.leftBehind, null, () => experiment.activityCounts.notStarted),
    ...answerRows(answers, settings.notation),
  ];
  return {
    kind: 'section',
    name: 'experiment-summary',
    id: partId(experiment.id, 'summary'),
    title: inlines('Summary'),
    blocks: present(
      {
        kind: 'callout',
        role: 'verdict',
        status: verdictStatus(verdict.verdict),
        content: reasonSentence(verdict, settings.notation),
      },
      checks(experiment),
      dryNote(experiment),
      { kind: 'facts', rows: facts(experiment, settings) },
      findings.length > 0 && {
        kind: 'section',
        name: 'findings',
        id: partId(experiment.id, 'findings'),
        title: inlines('Findings'),
        blocks: findingCallouts(findings, settings),
      },
      leftRows.length > 0 && {
        kind: 'section',
        name: 'left-behind',
        id: partId(experiment.id, 'left-behind'),
        title: inlines('Left behind'),
        blocks: [{ kind: 'facts', role: 'left-behind', rows: leftRows }],
      },
      followUps.length > 0 && {
        kind: 'section',
        name: 'follow-ups',
        id: partId(experiment.id, 'follow-ups'),
        title: inlines('Follow-ups'),
        blocks: [followUpTable(followUps, generated, null)],
      },
      notesSection(partId(experiment.id, 'notes'), notes),
    ),
  };
}

/** Four questions, each answered yes, no or not known; what is not yes says why. */
function checks(experiment: Experiment): List {
  const { checks: answers } = experiment.verdict;
  const why = {
    baselineVerified: probesWhy(experiment),
    everyActionSucceeded: actionsWhy(experiment),
    everyProbeEvaluatedAfter: probesWhy(experiment),
    everyRollbackSucceeded: rollbacksWhy(experiment),
  };
  return {
    kind: 'list',
    role: 'checks',
    ordered: false,
    items: CHECK_WORDS.map(([check, words]) => {
      const answer = answers[check];
      const reason = answer === 'yes' || why[check] === '' ? '' : `: ${why[check]}`;
      const besides = check === 'everyActionSucceeded' && answer === 'yes' ? probesThatFailed(experiment) : '';
      return [paragraph(inlines(answerStatus(answer), ` ${words}${reason}${besides}`))];
    }),
  };
}

function probesWhy({ hypothesis, dry, verdict }: Experiment): string {
  if (hypothesis === null) return 'no hypothesis was declared';
  if (hypothesis.probes === 0) return 'the hypothesis has no probes';
  if (DRY_PROBES.has(dry ?? '')) return 'a dry run';
  if (!hypothesis.recorded) return 'the journal does not record it';
  return verdict.checks.baselineVerified === 'not-known' ? 'not checked' : '';
}

function actionsWhy({ definition, run, dry }: Experiment): string {
  if (DRY_ACTIONS.has(dry ?? '')) return 'a dry run';
  const actions = run.filter(({ kind }) => kind === 'action');
  if (definition.actions === 0 && actions.length === 0) return 'no action was declared';
  if (actions.length === 0) return 'none was started';
  const failed = actions.filter((action) => action.outcome !== 'succeeded' || refusal(action) !== null).length;
  const missing = Math.max(definition.actions - actions.length, 0);
  return [
    ...(failed > 0 ? [`${failed} of ${actions.length} did not`] : []),
    ...(missing > 0 ? [`${missing} ${missing === 1 ? 'was' : 'were'} not started`] : []),
  ].join(', and ');
}

/** What the question does not ask, and a reader may think it does. */
function probesThatFailed({ run }: Experiment): string {
  const probes = run.filter(({ kind }) => kind !== 'action');
  const failed = probes.filter(({ outcome }) => outcome === 'failed').length;
  return failed === 0 ? '' : `; ${failed} of ${count(probes.length, 'probe')} of the method failed`;
}

function rollbacksWhy({ rollbacks, rollbackCounts, dry }: Experiment): string {
  if (rollbacks.length === 0) return 'none was declared';
  if (DRY_ACTIONS.has(dry ?? '')) return 'a dry run';
  if (rollbacks.every(({ skipped }) => skipped === 'not-recorded')) return 'the journal does not record it';
  const { declared, run, failed, cutOff } = rollbackCounts;
  const refused = rollbacks.filter(({ result }) => result !== null && refusal(result) !== null).length;
  return enumeration([
    ...(declared > run ? [`${declared - run} not run`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(cutOff > 0 ? [`${cutOff} cut off`] : []),
    ...(refused > 0 ? [`${refused} answered with an error`] : []),
  ]);
}

function answerStatus(answer: Answer): Inline {
  const names: Readonly<Record<Answer, StatusName>> = { yes: 'yes', no: 'no', 'not-known': 'not-known' };
  return status(names[answer], answer === 'not-known' ? 'not known' : answer);
}

/** `pause` skips the pauses only: everything was exercised, perhaps too fast. */
function dryNote({ dry }: Experiment): ReturnType<typeof paragraph> | null {
  return dry === 'pause'
    ? paragraph(
        'The pauses of the experiment were skipped (dry run of pauses): the system had less time than was planned.',
        'note',
      )
    : null;
}

/** Stands beside the duration, which is that of the whole run. */
function windowWords({ start, end }: NonNullable<Experiment['faultWindow']>): string {
  return `${duration(Math.max(milliseconds(end) - milliseconds(start), 0) / 1000)} of the run`;
}

function facts(experiment: Experiment, { zone }: WordSettings): FactRow[] {
  const {
    status: written,
    deviated,
    tags,
    node,
    platform,
    start,
    end,
    chaoslibVersion,
    source,
    contributions,
    definition,
    faultWindow,
  } = experiment;
  const row = (label: string, ...value: readonly (Inline | string | readonly Inline[])[]): FactRow => ({
    label: inlines(label),
    value: inlines(...value),
  });
  return [
    row('Status', written ?? 'N/A', ...(deviated === null ? [] : ['; ', code(`deviated: ${String(deviated)}`)])),
    row('Tagged', tags.length === 0 ? 'N/A' : tags.join(', ')),
    row('Executed From', node ?? 'N/A'),
    row('Platform', platform ?? 'N/A'),
    row('Started', fullTime(start, zone)),
    row('Completed', fullTime(end, zone)),
    row('Duration', experiment.duration === null ? 'N/A' : duration(experiment.duration)),
    ...(faultWindow === null ? [] : [row('Fault window', windowWords(faultWindow))]),
    row('chaoslib', chaoslibVersion ?? 'N/A'),
    row('Source', linkTo(`source-${experiment.id}`, source.file)),
    ...(contributions.length > 0
      ? [row('Contributions', contributions.map(({ name, level }) => `${name} ${level}`).join(', '))]
      : []),
    ...(definition.version === null ? [] : [row('Experiment version', definition.version)]),
    ...aboutRows(experiment),
  ];
}
