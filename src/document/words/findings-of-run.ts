/** Findings about a run or its journal as a whole, in words. */
import { MASKED_ID } from '../ids.js';
import { inlines, linkTo } from '../inline.js';
import { amount, listed, namesOf, words } from './finding-phrases.js';
import type { FindingWords } from './finding-words.js';
import { metricMoved } from './metric-moved.js';
import { metricSilent } from './metric-silent.js';
import { count } from './quantity.js';

export const RUN_FINDINGS: Readonly<Record<string, FindingWords>> = {
  'unresolved-variables': {
    status: 'not-known',
    word: 'not known',
    when: 'The experiment refers to variables whose values are neither in the journal nor given to the report.',
    sentence: ({ detail, linked }) => {
      const names = namesOf(detail).map((name) => `\${${name}}`);
      return inlines(
        linked(listed(names)),
        ` ${names.length === 1 ? 'stands' : 'stand'} as written: ${names.length === 1 ? 'its value is' : 'their values are'} not in the journal.`,
      );
    },
    next: 'Give values with “--var NAME=VALUE” or “--var-file FILE”, or “--env” where they are in the environment.',
  },
  'metric-silent': {
    status: 'not-known',
    word: 'not known',
    when: 'Series of numbers over time have no value in the fault window: they end before it, begin after it, or have none in it.',
    sentence: ({ detail, linked }) => metricSilent(detail, linked),
    next: 'Ask for the time of the run in the query, or have the values collected more often; then run the experiment again.',
  },
  'metric-moved': {
    status: 'warning',
    word: 'moved',
    when: 'A series of numbers moved in the fault window, held against what it was before; the two groups of series that moved most.',
    sentence: (finding) => metricMoved(finding, finding.linked),
    next: 'Look at its chart under Metrics; if users feel it, make it a probe of the steady state.',
  },
  clock: {
    status: 'warning',
    word: 'clock',
    when: 'A time lies before the one it should follow, or cannot be read as a time.',
    sentence: ({ detail, linked }) =>
      inlines(
        linked(words(detail.name) || 'The run'),
        detail.code === 'backwards'
          ? ' ends before it starts, by the clock of the machine it ran on.'
          : ' has a time that cannot be read.',
      ),
    next: 'Do not trust durations and the order of events here; check the clock of the machine.',
  },
  'dry-run': {
    status: 'dry-run',
    word: 'dry run',
    when: 'The run was dry: what the journal records as done was not carried out.',
    sentence: ({ detail, linked }) =>
      inlines(
        'A ',
        linked('dry run'),
        `: ${detail.dry === 'actions' ? 'no action was carried out' : detail.dry === 'probes' ? 'no probe was run' : 'nothing was carried out'}.`,
      ),
    next: 'Run the experiment for real to learn something about the system.',
  },
  'secrets-masked': {
    status: 'warning',
    word: 'secrets',
    when: 'The journal holds secrets in clear text, which the report masks.',
    sentence: ({ detail }) =>
      inlines(
        `The journal ${words(detail.file)} holds ${count(amount(detail.secrets), 'secret')} in clear text; the report masks ${detail.secrets === 1 ? 'it' : 'them'}.`,
      ),
    next: 'Keep the journal as confidential as the secrets, and change them if it was shared.',
    together: {
      sentence: (number) =>
        inlines(linkTo(MASKED_ID, count(number, 'journal')), ' hold secrets in clear text; the report masks them.'),
      target: MASKED_ID,
    },
  },
};
