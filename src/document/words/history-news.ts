/** How an experiment stands after its runs → the news of it, worst first: a word, what page 1 says, the short form for a row, and what to do. */
import type { DefinitionChange, Series } from '../../report/types.js';
import { inlines, status, time } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Inline, StatusName } from '../types.js';
import { againstEarlierSentences } from './against-earlier.js';
import { changesWords, shortChange } from './definition-change.js';
import { count } from './quantity.js';
import {
  durationSentences,
  precise,
  silenceSentences,
  spanWords,
  turnSentences,
  unjudgedSentences,
} from './standing.js';

/** A turn to the good is news for so many runs; one to the bad stays news. */
const NEWS_RUNS = 3;

/** One kind of news. */
export interface NewsKind {
  readonly status: StatusName;
  readonly word: string;
  /** What the word means, for the key. */
  readonly meaning: string;
  /** What the sentence about several says: "2 regressed". */
  readonly clause: (number: number) => string;
  readonly is: (series: Series) => boolean;
  readonly words: (series: Series, settings: WordSettings) => readonly Inline[][];
  /** A clause to stand beside a verdict. */
  readonly short: (series: Series, settings: WordSettings) => readonly Inline[];
  /** What to do next, a sentence; empty where there is nothing to do. */
  readonly next: (series: Series) => string;
}

const deviates = ({ standing }: Series): boolean => standing.verdict === 'deviated';
const turned = ({ standing }: Series, turn: Series['standing']['turn']): boolean => standing.turn === turn;

/** How it turned, and that the runs since were not judged where that is so. */
function storyOf(series: Series, settings: WordSettings): readonly Inline[][] {
  return [...turnSentences(series, settings), ...unjudgedSentences(series)];
}

const streakWords = ({ standing: { streak } }: Series): Inline[] =>
  inlines(streak === 1 ? 'in the last run' : `in the last ${count(streak, 'run')}`);

/** The worst first. An experiment may be told of twice: it deviates, and is no longer run. */
export const NEWS: readonly NewsKind[] = [
  {
    status: 'deviated',
    word: 'regressed',
    meaning: 'held before, and deviates now, by the same definition',
    clause: (number) => `${number}\u00a0regressed`,
    is: (series) => turned(series, 'regressed'),
    words: storyOf,
    short: ({ standing }) => inlines(`it had held in the ${count(standing.before, 'run')} before`),
    next: () => 'Find what was changed in the system since it last held.',
  },
  {
    status: 'deviated',
    word: 'deviates after a change',
    meaning: 'held before, and has deviated since its definition was changed',
    clause: (number) =>
      `${number}\u00a0${number === 1 ? 'has' : 'have'} deviated since ${number === 1 ? 'its' : 'their'} definition was changed`,
    is: (series) => turned(series, 'deviated-after-change'),
    words: storyOf,
    short: ({ standing }) => inlines(`only since ${shortChange(standing.changes)}`),
    next: () => 'Run it with the old definition, to tell a change of the system from one of the test.',
  },
  {
    status: 'deviated',
    word: 'still deviates',
    meaning: 'has never held',
    clause: (number) => `${number}\u00a0${number === 1 ? 'has' : 'have'} never held`,
    is: (series) =>
      deviates(series) && turned(series, 'first') && series.standing.streak + series.standing.unjudged > 1,
    words: storyOf,
    short: () => inlines('it has never held'),
    next: () => 'Fix the system; change the tolerance only if it asks for more than is needed.',
  },
  {
    status: 'not-tested',
    word: 'not a fix',
    meaning: 'deviated before, and has held only since its definition was changed',
    clause: (number) => `${number}\u00a0held again only after ${number === 1 ? 'its' : 'their'} definition was changed`,
    is: (series) => turned(series, 'held-after-change'),
    words: storyOf,
    short: ({ standing }) => inlines(`held again only after ${shortChange(standing.changes)}`),
    next: ({ standing }) => backOut(standing.changes),
  },
  {
    status: 'held',
    word: 'fixed',
    meaning: 'deviated before, and holds now, by the same definition',
    clause: (number) => `${number}\u00a0${number === 1 ? 'was' : 'were'} fixed`,
    is: (series) => turned(series, 'fixed') && series.standing.streak <= NEWS_RUNS,
    words: storyOf,
    short: (series) =>
      series.standing.streak === 1 ? inlines('held once since it deviated') : inlines('held ', streakWords(series)),
    next: ({ standing }) => (standing.streak === 1 ? 'Run it again before relying on it.' : ''),
  },
  {
    status: 'not-known',
    word: 'not judged',
    meaning: 'its last run says nothing about the system',
    clause: (number) => `${number}\u00a0${number === 1 ? 'was' : 'were'} not judged in the last run`,
    is: (series) =>
      series.standing.unjudged > 0 && ['first', 'fixed'].includes(series.standing.turn ?? '') && !deviates(series),
    words: storyOf,
    short: () => inlines('it held when it was last judged'),
    next: () => 'Run it again, to the end.',
  },
  {
    status: 'warning',
    word: 'no longer run',
    meaning: 'not run for more than twice the longest pause between two of its runs',
    clause: (number) => `${number}\u00a0${number === 1 ? 'is' : 'are'} no longer run`,
    is: ({ standing }) => standing.silence !== null,
    words: ({ standing }, settings) => silenceSentences(standing, settings),
    short: ({ standing: { silence } }, { zone }) =>
      silence === null
        ? []
        : inlines(
            'not since ',
            time(silence.lastRun, zone.day(silence.lastRun)),
            `, ${spanWords(silence.silent)} before the last run of this report`,
          ),
    next: () => 'Run it again, or retire it.',
  },
  {
    status: 'warning',
    word: 'made easier',
    meaning: 'holds as before, by a definition that asks for less',
    clause: (number) => `${number}\u00a0${number === 1 ? 'was' : 'were'} made easier`,
    is: (series) => easier(series).length > 0 && !turned(series, 'held-after-change'),
    words: (series, { notation }) => [
      inlines('Before the last run ', changesWords(easier(series), notation), '; it had held without that.'),
      ...againstEarlierSentences(easier(series), 'held', notation),
    ],
    short: (series) => inlines(`before this run ${shortChange(easier(series))}`),
    next: (series) => backOut(easier(series)),
  },
  {
    status: 'warning',
    word: 'slower',
    meaning: 'the whole run takes longer than it did',
    clause: (number) => `${number}\u00a0${number === 1 ? 'takes' : 'take'} longer`,
    is: ({ standing: { duration } }) => duration !== null && duration.now > duration.before,
    words: ({ standing }, settings) => durationSentences(standing, settings),
    short: shiftWords,
    next: () => 'Find what in the runs takes the time.',
  },
  {
    status: 'held',
    word: 'faster',
    meaning: 'the whole run takes less time than it did',
    clause: (number) => `${number}\u00a0${number === 1 ? 'takes' : 'take'} less time`,
    is: ({ standing: { duration } }) => duration !== null && duration.now < duration.before,
    words: ({ standing }, settings) => durationSentences(standing, settings),
    short: shiftWords,
    next: () => '',
  },
];

/** "a median of 745 ms over the last 3 runs, against 312 ms before". */
function shiftWords({ standing: { duration } }: Series): Inline[] {
  if (duration === null) return [];
  const { now, before, runsNow } = duration;
  return inlines(
    `a median of ${precise(now)} over the last ${count(runsNow, 'run')}, against ${precise(before)} before`,
  );
}

/** What was loosened before the last run of what held before and after. */
function easier({ runs }: Series): DefinitionChange[] {
  const last = runs.at(-1);
  return last?.turn === 'still-held' ? last.changes.filter(({ effect }) => effect === 'loosened') : [];
}

/** What to do about a test that was made easier. */
function backOut(changes: readonly DefinitionChange[]): string {
  const kinds = new Set(changes.filter(({ effect }) => effect === 'loosened').map(({ kind }) => kind));
  const [kind] = kinds;
  if (kinds.size === 1 && kind === 'tolerance') return 'Restore the old tolerance, or give the reason for the new one.';
  if (kinds.size === 1 && kind === 'activity-removed')
    return 'Put the probe back, or give the reason for leaving it out.';
  return 'Run it with the old definition, or give the reason for the new one.';
}

/** The news of an experiment to stand beside its verdict: "△ no longer run: not since 16 Jun 2026, …". Each a sentence. */
export function newsBeside(series: Series, settings: WordSettings): Inline[][] {
  return NEWS.filter(({ is }) => is(series)).map((kind) =>
    inlines(status(kind.status, kind.word), ': ', [...kind.short(series, settings)], '.'),
  );
}
