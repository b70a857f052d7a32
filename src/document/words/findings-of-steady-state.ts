/** Findings about the steady state, in words. */
import type { JsonValue } from '../../json.js';
import { inlines } from '../inline.js';
import { amount, causeSuffix, deviation, nameOf, namesOf, recovery, samplesOf, words } from './finding-phrases.js';
import type { FindingWords } from './finding-words.js';
import { count, duration, figure } from './quantity.js';
import { outOfTolerance } from './reason.js';
import { instantInRun } from './recovery.js';

export const STEADY_STATE_FINDINGS: Readonly<Record<string, FindingWords>> = {
  deviated: {
    status: 'deviated',
    word: 'deviated',
    when: 'The steady state was not met, or could not be measured, after the method, or during it and not after.',
    sentence: ({ detail, linked, notation }) => inlines(linked(nameOf(detail)), ` ${deviation(detail, notation)}.`),
    next: 'Compare the outputs before and after to see what the fault did, and fix the system; change the tolerance only if it asks for more than is needed.',
  },
  'violated-during': {
    status: 'deviated',
    word: 'deviated',
    when: 'Samples during the method were out of tolerance, though the steady state was met after it; the journal calls that no deviation.',
    sentence: ({ detail, linked }) =>
      inlines(
        linked(nameOf(detail)),
        ` ${detail.code === 'not-measured-during' ? 'could not be measured' : 'was out of tolerance'} in ${samplesOf(detail)} during the method, though it was met after${detail.deviated === false ? '; the journal says “deviated: false”' : ''}.`,
      ),
    next: 'Decide whether a violation that passes is acceptable: if so, allow for it in the tolerance; if not, fix the system.',
  },
  'not-recovered': {
    status: 'not-met',
    word: 'not recovered',
    when: 'The steady state was violated during the method, and no later sample, nor the check after it, met it.',
    sentence: ({ detail, linked }) =>
      inlines(
        'The steady state ',
        linked(`was not met from ${instantInRun(detail.from)} on`),
        ` and in no later sample${detail.after === 'not-run' ? '; it was not checked after the method' : ', nor after the method'}.`,
      ),
    next: 'Check whether the system has recovered since, and what kept it from doing so.',
  },
  'recovery-missed': {
    status: 'not-met',
    word: 'missed',
    when: 'The steady state was surely away for longer than the recovery objective of the sidecar allows.',
    sentence: ({ detail, linked }) =>
      inlines(
        'The ',
        linked('recovery objective'),
        ` of ${seconds(detail.objective)} was missed: the steady state was away for ${
          typeof detail.atMost === 'number'
            ? `between ${seconds(detail.atLeast)} and ${seconds(detail.atMost)}`
            : `${seconds(detail.atLeast)} or more`
        }.`,
      ),
    next: 'Look in the timeline for what the time was spent on: noticing the fault, deciding, or coming back.',
  },
  'baseline-not-met': {
    status: 'not-tested',
    word: 'not tested',
    when: 'The steady state was not met, or could not be measured, before the method.',
    sentence: ({ detail, linked, notation }) => {
      const measured = detail.code === 'out-of-tolerance-before';
      const how = measured
        ? outOfTolerance(
            { name: words(detail.name), observed: detail.observed ?? null, tolerance: detail.tolerance ?? null },
            notation,
          )
        : 'could not be measured';
      return inlines(
        'Before anything was done, ',
        linked(nameOf(detail)),
        ` ${how}${causeSuffix(detail)}, so nothing was tested.`,
      );
    },
    next: 'Get the system healthy, or fix the probe, and run the experiment again: this run says nothing about the fault.',
  },
  'probes-not-evaluated': {
    status: 'not-evaluated',
    word: 'not evaluated',
    when: 'After the run the evaluation stopped at a probe that was not met, so that others were not evaluated.',
    sentence: ({ detail, linked }) =>
      inlines(
        linked(`${figure(namesOf(detail).length)} of ${count(amount(detail.probes), 'probe')}`),
        ` of the hypothesis ${namesOf(detail).length === 1 ? 'was' : 'were'} not evaluated after the run: the evaluation stops at the first probe that is not met.`,
      ),
    next: 'Their state after the run is unknown.',
  },
  recovered: {
    status: ({ stretches }) => (amount(stretches) > 1 ? 'warning' : 'met'),
    word: ({ stretches }) => (amount(stretches) > 1 ? 'came and went' : 'recovered'),
    when: 'The steady state was violated during the method, and a later sample met it.',
    sentence: ({ detail, linked }) => inlines('The steady state was ', linked(recovery(detail)), '.'),
    next: 'Compare the time with the recovery objective of the service.',
  },
};

function seconds(value: JsonValue | undefined): string {
  return duration(amount(value));
}
