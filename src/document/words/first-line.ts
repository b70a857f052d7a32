/** The first line of a message, short enough for a sentence. */

const MESSAGE_LIMIT = 140;

/** The first line, without its full stop, shortened between words: the whole stands with the evidence. */
export function firstLine(said: string): string {
  const line = said.trim().split('\n', 1)[0] ?? '';
  if (line.length <= MESSAGE_LIMIT) return line.replace(/[.;]$/, '');
  const short = line.slice(0, MESSAGE_LIMIT).replace(/[\ud800-\udbff]$/, '');
  const whole = /^(.{60,})[\s(,;:].*$/s.exec(short)?.[1] ?? short;
  return `${whole.replace(/[\s(,;:]+$/, '')}…`;
}
