/** How an experiment stands after its runs → sentences: since when, how it came to it, and what of it cannot be told. */
import type { Series, Standing } from '../../report/types.js';
import { inlines, time } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Inline } from '../types.js';
import { changesWords } from './definition-change.js';
import { capital, count, duration, enumeration, figure } from './quantity.js';

/** All there is to say, a sentence each. */
export function standingSentences(series: Series, settings: WordSettings): Inline[][] {
  const { standing } = series;
  return [
    ...turnSentences(standing, settings),
    ...unjudgedSentences(series),
    ...silenceSentences(standing, settings),
    ...durationSentences(standing),
    ...(series.formerTitles.length > 0
      ? [
          inlines(
            `Earlier runs bear the title ${enumeration(series.formerTitles.map((title) => `“${title}”`))}: what was to be done was the same when the title changed.`,
          ),
        ]
      : []),
  ];
}

/** How it came to its verdict, and since when. */
export function turnSentences(standing: Standing, { zone, notation }: WordSettings): Inline[][] {
  const { verdict, turn, since, streak, before, sameFailure, changes, unjudged } = standing;
  if (verdict === null) return [inlines('No run held or deviated: nothing was learnt about the system.')];
  const first = since === null ? [] : inlines(streak === 1 ? ', on ' : ', first on ', time(since, zone.day(since)));
  const judged = unjudged > 0 ? 'judged run' : 'run';
  const last = streak === 1 ? `the last ${judged}` : `the last ${count(streak, judged)}`;
  const ran = streak === 1 ? 'its one judged run' : `all ${count(streak, 'judged run')}`;
  const earlier = before === 1 ? 'the run before' : `the ${count(before, 'run')} before`;
  const alike =
    sameFailure === null
      ? ''
      : sameFailure
        ? '; it failed at the same probe in the same way each time'
        : '; it did not fail in the same way each time';
  switch (turn) {
    case 'regressed':
      return [inlines(`Deviated in ${last}`, ...first, `, after it had held in ${earlier}${alike}.`)];
    case 'deviated-after-change':
      return [
        inlines(
          `Deviated in ${last}`,
          ...first,
          `, after it had held in ${earlier}, but in between `,
          ...changesWords(changes, notation),
          `: the system may be as it was${alike}.`,
        ),
      ];
    case 'fixed':
      return [
        inlines(
          `Held in ${last}`,
          ...first,
          `, after it had deviated in ${earlier}; `,
          ...(changes.length === 0
            ? ['the definition is the same']
            : [...changesWords(changes, notation), ', which makes it no easier']),
          '.',
        ),
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
      ];
    default:
      return [inlines(`${verdict === 'held' ? 'Held' : 'Deviated'} in ${ran}`, ...first, `${alike}.`)];
  }
}

/** That the runs since say nothing. */
export function unjudgedSentences({ runs, standing }: Series): Inline[][] {
  const { unjudged, verdict } = standing;
  if (unjudged === 0 || verdict === null) return [];
  return [
    inlines(
      unjudged === 1
        ? `The run after that says nothing about the system: ${runs.at(-1)?.verdict.replace('-', ' ') ?? ''}.`
        : `The ${count(unjudged, 'run')} after that say nothing about the system.`,
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
export function durationSentences({ duration: shift }: Standing): Inline[][] {
  if (!shift) return [];
  const { now, before, runsNow, runsBefore } = shift;
  return [
    inlines(
      capital(now > before ? 'it takes longer' : 'it takes less time'),
      `: ${precise(now)} at the median of the last ${figure(runsNow)} runs, ${precise(before)} of the ${figure(runsBefore)} before.`,
    ),
  ];
}

/** A span without its smaller unit: "160 days". */
function spanWords(seconds: number): string {
  return seconds >= 86_400 ? count(Math.round(seconds / 86_400), 'day') : duration(seconds);
}

/** Under a minute with a decimal: two durations that differ must not read alike. */
function precise(seconds: number): string {
  return seconds >= 1 && seconds < 60 ? count(Number(seconds.toFixed(1)), 'second') : duration(seconds);
}
