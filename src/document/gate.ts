/** What tripped the gate → a line of words, the rule first as it was asked for. */
import type { Trip } from '../report/gate.js';
import { code, inlines, plainText } from './inline.js';
import { leftBehindRows } from './sections/left-behind.js';
import type { Notation } from './settings.js';
import type { Inline } from './types.js';
import { findingSentence } from './words/finding.js';
import { named } from './words/names.js';
import { count } from './words/quantity.js';
import { shortReason } from './words/reason.js';

/** The rule, the experiment and why, on one line. */
export function tripWords(trip: Trip, notation: Notation): Inline[] {
  if (trip.kind === 'too-few') {
    const { reported, required } = trip;
    return inlines(
      code('too few experiments'),
      `: ${count(required, 'experiment')} ${required === 1 ? 'is' : 'are'} required, and the report has ${reported === 0 ? 'none' : String(reported)}.`,
    );
  }
  return inlines(code(ruleOf(trip)), `: “${named(trip.line.title, 'an experiment')}”: `, ...whyOf(trip, notation));
}

function ruleOf(trip: Exclude<Trip, { kind: 'too-few' }>): string {
  switch (trip.kind) {
    case 'verdict':
      return trip.line.verdict.verdict;
    case 'left-behind':
      return 'left-behind';
    case 'finding':
      return `finding:${trip.id}`;
  }
}

function whyOf(trip: Exclude<Trip, { kind: 'too-few' }>, notation: Notation): Inline[] {
  switch (trip.kind) {
    case 'verdict':
      return inlines(shortReason(trip.line.verdict, notation));
    case 'finding':
      return findingSentence(trip.finding, notation);
    case 'left-behind': {
      const [first, ...more] = leftBehindRows(trip.items, null, () => trip.line.activities.notStarted);
      if (!first) return [];
      const rest = more.length === 0 ? '' : ` And ${String(more.length)} more.`;
      return inlines(`${plainText(first.label)}: `, ...first.value, rest);
    }
  }
}
