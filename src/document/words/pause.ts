/** Declared pauses in words. */
import type { JsonValue } from '../../json.js';
import { numberOf } from '../../report/read-parts.js';
import type { DeclaredActivity } from '../../report/types.js';
import { code, inlines } from '../inline.js';
import type { Notation } from '../settings.js';
import type { Inline } from '../types.js';
import { literal } from './literal.js';
import { exactDuration } from './quantity.js';

/** One pause: "2 seconds", or what is written where it is no number. */
export function onePause(pause: JsonValue, notation: Notation): Inline[] {
  const seconds = numberOf(pause);
  return seconds === null
    ? [code(typeof pause === 'string' ? pause : literal(pause, { notation }))]
    : inlines(exactDuration(seconds));
}

/** "1 second before, 2 seconds after"; empty where there is none. */
export function pauseWords({ before, after }: DeclaredActivity['pauses'], notation: Notation): Inline[] {
  return inlines(
    ...(before === null ? [] : [...onePause(before, notation), ' before']),
    before !== null && after !== null ? ', ' : '',
    ...(after === null ? [] : [...onePause(after, notation), ' after']),
  );
}
