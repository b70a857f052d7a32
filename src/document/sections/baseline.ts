/** Page 1 against an earlier report: who turned, who is new or missing, whose definition is another one, which findings came and went. */
import type { ComparedExperiment, Comparison, Finding, ReportHead } from '../../report/types.js';
import { inlines, linkTo, paragraph, present, status, strong, time } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Callout, Inline, Section, StatusName } from '../types.js';
import { againstEarlierSentences } from '../words/against-earlier.js';
import { changesWords } from '../words/definition-change.js';
import { findingSentence, wordsOf } from '../words/finding.js';
import { named, shortTitle, VERDICT_WORDS } from '../words/names.js';
import { count } from '../words/quantity.js';
import { NAMED, newsCallouts } from './news-callouts.js';

interface Kind {
  readonly status: StatusName;
  readonly word: string;
  /** What the sentence about several says: "2 regressed". */
  readonly clause: (number: number) => string;
  readonly is: (one: ComparedExperiment) => boolean;
  readonly words: (one: ComparedExperiment, settings: WordSettings) => readonly Inline[];
}

const turned =
  (...turns: readonly ComparedExperiment['turn'][]) =>
  ({ turn }: ComparedExperiment): boolean =>
    turns.includes(turn);

const be = (number: number): string => (number === 1 ? 'is' : 'are');

/** The worst first; an experiment is of the first kind that fits. */
const KINDS: readonly Kind[] = [
  {
    status: 'deviated',
    word: 'regressed',
    clause: (number) => `${number}\u00a0regressed`,
    is: turned('regressed'),
    words: () => inlines('held then, and deviates now.'),
  },
  {
    status: 'deviated',
    word: 'deviates after a change',
    clause: (number) => `${number}\u00a0${number === 1 ? 'deviates' : 'deviate'} after a change of the definition`,
    is: turned('deviated-after-change'),
    words: (one, settings) => inlines('held then, and deviates now, but in between ', ...changed(one, settings), '.'),
  },
  {
    status: 'deviated',
    word: 'deviated',
    clause: (number) => `${number}\u00a0${number === 1 ? 'deviates' : 'deviate'} for the first time`,
    is: (one) => one.turn === 'first' && one.now?.verdict === 'deviated',
    words: (one) => inlines(`${verdictOf(one.before)} then, and deviates now.`),
  },
  {
    status: 'deviated',
    word: 'still deviates',
    clause: (number) => `${number}\u00a0still ${number === 1 ? 'deviates' : 'deviate'}`,
    is: turned('still-deviated'),
    words: (one, settings) => inlines('deviated then too', ...alsoChanged(one, settings), '.'),
  },
  {
    status: 'not-tested',
    word: 'not a fix',
    clause: (number) => `${number}\u00a0${number === 1 ? 'holds' : 'hold'} again only after a change of the definition`,
    is: turned('held-after-change'),
    words: (one, settings) =>
      inlines(
        'deviated then, and holds now, but in between ',
        ...changed(one, settings),
        ': that is no proof of a fix.',
      ),
  },
  {
    status: 'held',
    word: 'fixed',
    clause: (number) => `${number}\u00a0${number === 1 ? 'was' : 'were'} fixed`,
    is: turned('fixed'),
    words: (one, settings) => inlines('deviated then, and holds now', ...alsoChanged(one, settings), '.'),
  },
  {
    status: 'not-known',
    word: 'says nothing',
    clause: (number) => `${number}\u00a0${number === 1 ? 'was' : 'were'} not judged`,
    is: (one) => one.turn === 'not-judged' && one.before?.verdict !== one.now?.verdict,
    words: (one) => inlines(`${verdictOf(one.before)} then, ${verdictOf(one.now)} now.`),
  },
  {
    status: 'held',
    word: 'held',
    clause: (number) => `${number}\u00a0${number === 1 ? 'holds' : 'hold'} for the first time`,
    is: (one) => one.turn === 'first',
    words: (one) => inlines(`${verdictOf(one.before)} then, and holds now.`),
  },
  {
    status: 'warning',
    word: 'changed',
    clause: (number) => `${number}\u00a0${number === 1 ? 'has' : 'have'} another definition`,
    is: ({ changes }) => changes.length > 0,
    words: (one, settings) => inlines(`${verdictOf(one.now)} as before, but `, ...changed(one, settings), '.'),
  },
  {
    status: 'warning',
    word: 'missing',
    clause: (number) => `${number}\u00a0${be(number)} missing`,
    is: ({ now }) => now === null,
    words: (one) => inlines(`${verdictOf(one.before)} then, and no run of it is in this report.`),
  },
  {
    status: 'not-known',
    word: 'new',
    clause: (number) => `${number}\u00a0${be(number)} new`,
    is: ({ before }) => before === null,
    words: (one) => inlines(`${verdictOf(one.now)}; the earlier report has no run of it.`),
  },
];

function kindOf(one: ComparedExperiment): Kind | null {
  return KINDS.find(({ is }) => is(one)) ?? null;
}

function verdictOf(run: ComparedExperiment['now']): string {
  return run === null ? 'unknown' : VERDICT_WORDS[run.verdict];
}

function changed({ changes }: ComparedExperiment, { notation }: WordSettings): Inline[] {
  return changesWords(changes, notation);
}

function alsoChanged(one: ComparedExperiment, settings: WordSettings): Inline[] {
  return one.changes.length === 0 ? [] : ['; in between ', ...changed(one, settings)].flatMap((part) => inlines(part));
}

/** The sentence that follows the answer. */
export function baselineAnswer({ baseline }: ReportHead, { zone }: WordSettings): Inline[] {
  if (!baseline) return [];
  const since = inlines(' Since the report of ', time(baseline.generated, zone.date(baseline.generated)));
  const kinds = baseline.experiments.map(kindOf);
  const clauses = KINDS.flatMap((kind) => {
    const number = kinds.filter((one) => one === kind).length;
    return number === 0 ? [] : [strong(status(kind.status, kind.clause(number), true))];
  });
  const nothing = clauses.length === 0 && findingsCount(baseline) === 0;
  if (nothing) return inlines(...since, ', nothing changed.');
  if (clauses.length === 0) return inlines(...since, ', no experiment turned.');
  return inlines(...since, ': ', ...clauses.flatMap((one, index) => [...(index === 0 ? [] : ['; ']), one]), '.');
}

function findingsCount({ newFindings, goneFindings }: Comparison): number {
  return newFindings.length + goneFindings.length;
}

/** Null where no earlier report was given. */
export function baselineSection({ baseline, findings }: ReportHead, settings: WordSettings): Section | null {
  if (!baseline) return null;
  const callouts = KINDS.flatMap((kind) => kindCallouts(kind, baseline, settings));
  const day = time(baseline.generated, settings.zone.date(baseline.generated));
  const again = baseline.experiments.filter(({ sameRun }) => !sameRun).length;
  return {
    kind: 'section',
    name: 'baseline',
    id: 'baseline',
    title: inlines('Since the report of ', day),
    blocks: present(
      ...callouts,
      callouts.length === 0 &&
        paragraph(
          again === 0
            ? 'Nothing changed: the latest runs are the same ones.'
            : 'No experiment turned, none is new or missing, and no definition was changed.',
        ),
      ...findingParagraphs(baseline, findings, settings),
    ),
  };
}

function kindCallouts(kind: Kind, { experiments }: Comparison, settings: WordSettings): Callout[] {
  const found = experiments.filter((one) => kindOf(one) === kind);
  return newsCallouts({ ...kind, told: '; the JSON of this report names all.' }, found, (one) => {
    const title = named(one.title, 'an experiment');
    const { experiment } = one;
    const against = againstEarlierSentences(one.changes, one.now?.verdict ?? null, settings.notation);
    return {
      content: inlines(
        experiment === null ? title : linkTo(experiment, title),
        ': ',
        ...kind.words(one, settings),
        ...against.flatMap((words) => inlines(' ', words)),
      ),
      ...(experiment === null ? {} : { target: experiment }),
    };
  });
}

/** How many findings are new, and which are gone; of several experiments, with the one each is of. */
function findingParagraphs(
  { newFindings, goneFindings, experiments }: Comparison,
  findings: ReportHead['findings'],
  { notation }: WordSettings,
): ReturnType<typeof paragraph>[] {
  const fresh = new Set(newFindings);
  const said = (which: string, all: number, list: ReportHead['findings'], ids: Ids): ReturnType<typeof paragraph>[] => {
    if (all === 0) return [];
    const known = list.filter((one) => wordsOf(one).when !== '');
    const shown = known.slice(0, NAMED);
    const sentences = shown.flatMap((finding) =>
      inlines(' ', ...findingSentence({ ...finding, evidence: [] }, notation), whose(finding, experiments, ids)),
    );
    const more = known.length > shown.length ? ` And ${count(known.length - shown.length, 'more')}.` : '';
    return [paragraph(inlines(`${count(all, 'finding is', 'findings are')} ${which}:`, ...sentences, more))];
  };
  return [
    ...said(
      'new',
      fresh.size,
      findings.filter(({ id }) => fresh.has(id)),
      ({ now }) => now,
    ),
    ...said('gone', goneFindings.length, goneFindings, ({ before }) => before),
  ];
}

/** The run whose id a finding names. */
type Ids = (one: ComparedExperiment) => ComparedExperiment['now'];

/** " (Checkout survives)": the experiment of a finding where there are several. */
function whose({ evidence }: Finding, experiments: Comparison['experiments'], runOf: Ids): string {
  if (experiments.length < 2) return '';
  const ids = new Set<string | null>(evidence.map(({ experiment }) => experiment));
  const titles = experiments.flatMap((one) => {
    const run = runOf(one);
    return run !== null && ids.has(run.experiment) ? [shortTitle(one.title)] : [];
  });
  return titles.length === 0
    ? ''
    : ` (${titles.length === 1 ? titles.join('') : `in ${count(titles.length, 'experiment')}`})`;
}
