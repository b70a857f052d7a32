/** The name that a report has for a file, and the file's own: they are the same where the report's has a mask for a secret in it. */

const MASK = /‹secret(?: \d+)?›/;

/** Whether a file of this name can be the one that was recorded. */
export function isNamed(recorded: string, name: string): boolean {
  const [first = '', ...rest] = recorded.split(MASK);
  const last = rest.pop();
  if (last === undefined) return name === recorded;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length >= at + last.length && name.endsWith(last);
}
