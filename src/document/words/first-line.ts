/** The first line of a message, short enough for a sentence. */

const MESSAGE_LIMIT = 140;

/** A line of a program's log in key and value, as k6 and many others write it. */
const LOGFMT = /^time="[^"]*" level=\w+ msg="((?:[^"\\]|\\.)*)"/;

/** The first line, without its full stop, shortened between words: the whole stands with the evidence. */
export function firstLine(said: string): string {
  const first = said.trim().split('\n', 1)[0] ?? '';
  const line = LOGFMT.exec(first)?.[1]?.replace(/\\(.)/g, '$1') ?? first;
  if (line.length <= MESSAGE_LIMIT) return line.replace(/[.;]$/, '');
  const short = line.slice(0, MESSAGE_LIMIT).replace(/[\ud800-\udbff]$/, '');
  const whole = /^(.{60,})[\s(,;:].*$/s.exec(short)?.[1] ?? short;
  // A bracket that stays open is left away with what is in it.
  const open = whole.lastIndexOf('(');
  const closed = open > 40 && whole.indexOf(')', open) < 0 ? whole.slice(0, open) : whole;
  return `${closed.replace(/[\s(,;:]+$/, '')}…`;
}
