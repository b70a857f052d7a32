/**
 * Text as it may be shown: terminal codes stripped, lines that overwrote themselves collapsed, and what is invisible or
 * changes the direction of its neighbours written out, so that nothing can hide in a report.
 */
import { count } from './quantity.js';

// ECMA-48: OSC … (BEL or ST), CSI …, other two-byte escapes; also with the one-byte C1 introducers.

const TERMINAL =
  /(?:\x1b\]|\x9d)[^\x07\x1b\x9c\x9d]*(?:\x07|\x1b\\|\x9c)|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[PX^_][^\x1b\x9c]*(?:\x1b\\|\x9c)|\x1b[ -/]*[0-~]/g;

/**
 * Controls but tab and line feed; soft hyphen; bidirectional marks, embeddings, overrides and isolates; zero-width space
 * and no-break; line and paragraph separators; language tags; lone surrogates. Joiners stay: emoji and Persian need them.
 */

const INVISIBLE =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;

const ANYTHING_ODD =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/u;

/** `‹U+202E›` for a character that cannot be seen. */
export function codePoint(character: string): string {
  return `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`;
}

/** Terminal codes taken out: colours, cursor movements, titles, links (their text stays). */
export function withoutTerminalCodes(text: string): string {
  return /[\x1b\x9b\x9d]/.test(text) ? text.replace(TERMINAL, '') : text;
}

/** Text with its own lines, ready to be shown. */
export function visible(text: string): string {
  if (!ANYTHING_ODD.test(text)) return text;
  const plain = withoutTerminalCodes(text).replaceAll('\r\n', '\n');
  const lines = plain.includes('\r') ? plain.split('\n').map(lastState).join('\n') : plain;
  return lines.replace(INVISIBLE, codePoint);
}

/** A line that was written over again and again, as progress bars do: its last state, and how many there were before. */
function lastState(line: string): string {
  const states = line.split('\r').filter((state) => state !== '');
  const last = states.at(-1) ?? '';
  return states.length < 2 ? last : `${last} ‹${count(states.length - 1, 'earlier state')} of this line›`;
}

/** Text for one line: line breaks become spaces. */
export function visibleLine(text: string): string {
  const shown = visible(text);
  return shown.includes('\n') ? shown.replace(/(?<!\s)\s*\n\s*/g, ' ') : shown;
}

/** An address to link to: what hides in it is written as its bytes, which are the same address. */
export function visibleAddress(href: string): string {
  return ANYTHING_ODD.test(href) ? href.replace(INVISIBLE, percentEncoded) : href;
}

/** Half of a character, which has no bytes, is that which stands for what cannot be decoded. */
function percentEncoded(character: string): string {
  return encodeURIComponent(/\p{Cs}/u.test(character) ? '\uFFFD' : character);
}
