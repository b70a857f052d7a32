/** What the history changes about page 1: who regressed, who was fixed, whose definition was made easier, who is no longer run. */
import type { DefinitionChange, ReportHead, Series } from '../../report/types.js';
import { inlines, linkTo, paragraph, present, status, strong } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Callout, Inline, Section, StatusName } from '../types.js';
import { changesWords } from '../words/definition-change.js';
import { named } from '../words/names.js';
import { capital, count } from '../words/quantity.js';
import { durationSentences, silenceSentences, turnSentences, unjudgedSentences } from '../words/standing.js';

/** How many of one kind page 1 names. */
const NAMED = 5;

/** A turn to the good is news for so many runs; one to the bad stays news. */
const NEWS_RUNS = 3;

interface Kind {
  readonly status: StatusName;
  readonly word: string;
  /** What the sentence about several says: "2 regressed". */
  readonly clause: (number: number) => string;
  readonly is: (series: Series) => boolean;
  readonly words: (series: Series, settings: WordSettings) => readonly Inline[][];
}

const deviates = ({ standing }: Series): boolean => standing.verdict === 'deviated';
const turned = ({ standing }: Series, turn: Series['standing']['turn']): boolean => standing.turn === turn;

/** How it turned, and that the runs since say nothing where that is so. */
function storyOf(series: Series, settings: WordSettings): readonly Inline[][] {
  return [...turnSentences(series.standing, settings), ...unjudgedSentences(series)];
}

/** The worst first. An experiment may be told of twice: it deviates, and is no longer run. */
const KINDS: readonly Kind[] = [
  {
    status: 'deviated',
    word: 'regressed',
    clause: (number) => `${number}\u00a0regressed`,
    is: (series) => turned(series, 'regressed'),
    words: storyOf,
  },
  {
    status: 'deviated',
    word: 'deviates after a change',
    clause: (number) =>
      `${number}\u00a0${number === 1 ? 'deviates' : 'deviate'} since ${number === 1 ? 'its' : 'their'} definition was changed`,
    is: (series) => turned(series, 'deviated-after-change'),
    words: storyOf,
  },
  {
    status: 'deviated',
    word: 'still deviates',
    clause: (number) => `${number}\u00a0${number === 1 ? 'has' : 'have'} never held`,
    is: (series) =>
      deviates(series) && turned(series, 'first') && series.standing.streak + series.standing.unjudged > 1,
    words: storyOf,
  },
  {
    status: 'not-tested',
    word: 'not a fix',
    clause: (number) => `${number}\u00a0held again only after ${number === 1 ? 'its' : 'their'} definition was changed`,
    is: (series) => turned(series, 'held-after-change'),
    words: storyOf,
  },
  {
    status: 'held',
    word: 'fixed',
    clause: (number) => `${number}\u00a0${number === 1 ? 'was' : 'were'} fixed`,
    is: (series) => turned(series, 'fixed') && series.standing.streak <= NEWS_RUNS,
    words: storyOf,
  },
  {
    status: 'not-known',
    word: 'says nothing',
    clause: (number) => `${number}\u00a0${number === 1 ? 'was' : 'were'} not judged in the last run`,
    is: (series) =>
      series.standing.unjudged > 0 && ['first', 'fixed'].includes(series.standing.turn ?? '') && !deviates(series),
    words: storyOf,
  },
  {
    status: 'warning',
    word: 'no longer run',
    clause: (number) => `${number}\u00a0${number === 1 ? 'is' : 'are'} no longer run`,
    is: ({ standing }) => standing.silence !== null,
    words: ({ standing }, settings) => silenceSentences(standing, settings),
  },
  {
    status: 'warning',
    word: 'made easier',
    clause: (number) => `${number}\u00a0${number === 1 ? 'was' : 'were'} made easier`,
    is: (series) => easier(series).length > 0 && !turned(series, 'held-after-change'),
    words: (series, { notation }) => [
      inlines('Before the last run ', changesWords(easier(series), notation), '; it had held without that.'),
    ],
  },
  {
    status: 'warning',
    word: 'slower',
    clause: (number) => `${number}\u00a0${number === 1 ? 'takes' : 'take'} longer`,
    is: ({ standing: { duration } }) => duration !== null && duration.now > duration.before,
    words: ({ standing }) => durationSentences(standing),
  },
  {
    status: 'held',
    word: 'faster',
    clause: (number) => `${number}\u00a0${number === 1 ? 'takes' : 'take'} less time`,
    is: ({ standing: { duration } }) => duration !== null && duration.now < duration.before,
    words: ({ standing }) => durationSentences(standing),
  },
];

/** What was loosened before the last run of what held before and after. */
function easier({ runs }: Series): DefinitionChange[] {
  const last = runs.at(-1);
  return last?.turn === 'still-held' ? last.changes.filter(({ effect }) => effect === 'loosened') : [];
}

/** The sentence that follows the answer: "1 regressed; 2 held again only after …". Empty where nothing changed. */
export function changesAnswer({ series }: ReportHead): Inline[] {
  const clauses = KINDS.flatMap(({ status: name, clause, is }) => {
    const number = series.filter(is).length;
    return number === 0 ? [] : [strong(status(name, clause(number), true))];
  });
  if (clauses.length === 0) return [];
  return inlines(' ', 'Over time: ', ...clauses.flatMap((one, index) => [...(index === 0 ? [] : ['; ']), one]), '.');
}

export function changesSection({ series }: ReportHead, settings: WordSettings): Section {
  const callouts = KINDS.flatMap((kind) => kindCallouts(kind, series, settings));
  return {
    kind: 'section',
    name: 'changes',
    id: 'changes',
    title: inlines('Over time'),
    blocks: present(
      ...callouts,
      callouts.length === 0 && paragraph('No experiment has turned from one run to the next.'),
    ),
  };
}

function kindCallouts(kind: Kind, series: readonly Series[], settings: WordSettings): Callout[] {
  const found = series.flatMap((one, index) => (kind.is(one) ? [{ one, index }] : []));
  const callouts = found.slice(0, NAMED).map(({ one, index }): Callout => {
    const target = `runs-${index + 1}`;
    return {
      kind: 'callout',
      role: 'finding',
      status: status(kind.status, kind.word),
      content: inlines(
        linkTo(target, named(one.title, 'an experiment')),
        ': ',
        ...kind.words(one, settings).flatMap((words, at) => (at === 0 ? lowered(words) : inlines(' ', words))),
      ),
      target,
    };
  });
  const more = found.length - callouts.length;
  if (more === 0) return callouts;
  return [
    ...callouts,
    {
      kind: 'callout',
      role: 'finding',
      status: status(kind.status, kind.word),
      content: inlines(capital(`${count(more, 'more experiment')}, told of in the history.`)),
      target: 'runs',
    },
  ];
}

/** After a colon a sentence begins small. */
function lowered(words: readonly Inline[]): Inline[] {
  const [first, ...rest] = words;
  if (first?.kind !== 'text') return [...words];
  return [{ ...first, text: first.text.slice(0, 1).toLowerCase() + first.text.slice(1) }, ...rest];
}
