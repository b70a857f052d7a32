/** What tripped the gate → a line on the terminal. */
import { tripWords } from '../document/gate.js';
import type { Notation } from '../document/settings.js';
import { evidenceOf, type Trip } from '../report/gate.js';
import { placeText } from './messages.js';
import { terminalText } from './terminal-inline.js';
import type { Terminal } from './terminal.js';

/** Where, which rule, which experiment, why. */
export function tripLine(trip: Trip, notation: Notation, terminal: Terminal): string {
  const place =
    trip.kind === 'too-few'
      ? ''
      : `${terminal.paint('strong', placeText({ file: trip.line.file, pointer: evidenceOf(trip)?.pointer ?? '' }))}: `;
  return `${terminal.paint('bad', 'gate:')} ${place}${terminalText(tripWords(trip, notation), terminal)}\n`;
}
