/** How an experiment stands after its runs → sentences: since when, how it came to it, and what of it cannot be told. */
import type { Series, Standing } from '../../report/types.js';
import { inlines, time } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Inline } from '../types.js';
import { againstEarlierSentences } from './against-earlier.js';
import { changesWords } from './definition-change.js';
import { VERDICT_WORDS } from './names.js';
import { count, duration, enumeration, figure } from './quantity.js';

/** All there is to say, a sentence each. */
export function standingSentences(series: Series, settings: WordSettings): Inline[][] {
  return [
    ...presentStanding(series, settings),
    ...(series.formerTitles.length > 0
      ? [
          inlines(
            `Earlier runs had the ${series.formerTitles.length === 1 ? 'title' : 'titles'} ${enumeration(series.formerTitles.map((title) => `“${title}”`))}: nothing but the title was changed then.`,
          ),
        ]
      : []),
  ];
}

/** How it stands now: its turn, and what makes that less than it seems. */
export function presentStanding(series: Series, settings: WordSettings): Inline[][] {
  const { standing } = series;
  return [
    ...turnSentences(series, settings),
    ...unjudgedSentences(series),
    ...silenceSentences(standing, settings),
    ...durationSentences(standing, settings),
  ];
}

/** How it came to its verdict, and since when. */
export function turnSentences({ runs, standing }: Series, { zone, notation }: WordSettings): Inline[][] {
  const { verdict, turn, since, streak, before, sameFailure, changes, unjudged } = standing;
  if (verdict === null) return [inlines('No run held or deviated, so there is nothing to compare.')];
  const first = since === null ? [] : inlines(streak === 1 ? ', on ' : ', first on ', time(since, zone.day(since)));
  const judged = unjudged > 0 ? ' that could be judged' : '';
  const last = streak === 1 ? `the last run${judged}` : `the last ${count(streak, 'run')}${judged}`;
  const all = streak < runs.length ? ' that could be judged' : '';
  const ran =
    streak === 1 ? `its one run${all}` : streak === 2 ? `both runs${all}` : `all ${count(streak, 'run')}${all}`;
  const earlier = before === 1 ? 'the run before' : `the ${count(before, 'run')} before`;
  const alike =
    sameFailure === null
      ? ''
      : sameFailure
        ? '; it failed at the same probe in the same way each time'
        : '; it did not fail in the same way each time';
  const against = againstEarlierSentences(changes, verdict, notation);
  switch (turn) {
    case 'regressed': {
      const between = against.length === 0 ? [] : inlines('; in between ', ...changesWords(changes, notation));
      const said = inlines(
        `Deviated in ${last}`,
        ...first,
        `, after it had held in ${earlier}${alike}`,
        ...between,
        '.',
      );
      return [said, ...against];
    }
    case 'deviated-after-change':
      return [
        inlines(
          `Deviated in ${last}`,
          ...first,
          `, after it had held in ${earlier}, but in between `,
          ...changesWords(changes, notation),
          `: the system may be as it was${alike}.`,
        ),
        ...against,
      ];
    case 'fixed':
      return [
        inlines(
          ...(streak === 1
            ? inlines('Held once', ...first, `, since it had deviated in ${earlier}; `)
            : inlines(`Held in ${last}`, ...first, `, after it had deviated in ${earlier}; `)),
          ...(changes.length === 0
            ? ['the definition is the same']
            : [...changesWords(changes, notation), against.length === 0 ? ', which makes it no easier' : '']),
          '.',
        ),
        ...against,
      ];
    case 'held-after-change':
      return [
        inlines(
          `Held in ${last}`,
          ...first,
          `, after it had deviated in ${earlier}, but in between `,
          ...changesWords(changes, notation),
          ': that is no proof of a fix.',
        ),
        ...against,
      ];
    default:
      return [inlines(`${verdict === 'held' ? 'Held' : 'Deviated'} in ${ran}`, ...first, `${alike}.`)];
  }
}

/** That the runs since were not judged. */
export function unjudgedSentences({ runs, standing }: Series): Inline[][] {
  const { unjudged, verdict } = standing;
  if (unjudged === 0 || verdict === null) return [];
  return [
    inlines(
      unjudged === 1
        ? `The run after that could not be judged: ${VERDICT_WORDS[runs.at(-1)?.verdict ?? 'inconclusive']}.`
        : `The ${count(unjudged, 'run')} after that could not be judged.`,
    ),
  ];
}

/** That it is no longer run. */
export function silenceSentences({ silence }: Standing, { zone }: WordSettings): Inline[][] {
  if (!silence) return [];
  return [
    inlines(
      'Not run since ',
      time(silence.lastRun, zone.day(silence.lastRun)),
      `, ${spanWords(silence.silent)} before the last run of this report; the longest pause between two of its runs had been ${spanWords(silence.longestPause)}.`,
    ),
  ];
}

/** That it takes longer, or less long. */
export function durationSentences({ duration: shift }: Standing, { zone, notation }: WordSettings): Inline[][] {
  if (!shift) return [];
  const { now, before, runsNow, runsBefore, last, since, changes } = shift;
  const further = now > before ? last > now : last < now;
  return [
    inlines(
      since === null ? 'The whole run takes ' : 'The whole run has taken ',
      now > before ? 'longer' : 'less time',
      ...(since === null ? [] : inlines(' since ', time(since, zone.day(since)))),
      `: a median of ${precise(now)} over the last ${count(runsNow, 'run')}${further ? ` (${precise(last)} in the last)` : ''}, against ${precise(before)} over the ${figure(runsBefore)} before`,
      ...(changes.length === 0
        ? []
        : inlines(
            since === null ? '; before that ' : inlines('; before the run of ', time(since, zone.day(since)), ' '),
            ...changesWords(changes, notation),
          )),
      '.',
    ),
  ];
}

/** A span without its smaller unit: "160 days". */
export function spanWords(seconds: number): string {
  return seconds >= 86_400 ? count(Math.round(seconds / 86_400), 'day') : duration(seconds);
}

/** Under a minute with a decimal: two durations that differ must not read alike. */
export function precise(seconds: number): string {
  return seconds >= 1 && seconds < 60 ? count(Number(seconds.toFixed(1)), 'second') : duration(seconds);
}
