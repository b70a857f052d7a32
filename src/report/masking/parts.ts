/**
 * A secret → the parts of it that are looked for too: programs cut (`KeyError: 'q7Fz…`), break lines, and lay one value over several.
 * Where a part stands, the letters beside it agree with the secret as far as it goes, so that all that is left of it is found.
 */
import { isDrawnAlone } from './drawn-alone.js';
import type { Secret } from './secret-book.js';

/** Characters of a part: with fewer, chance and words would have them too. */
export const PART = 8;
/** Of shorter secrets a part is nearly the whole; longer ones are documents, whose parts others have in common with them. */
const SHORTEST = 12;
const LONGEST = 400;
/** The head of a JSON Web Token is the same in many, and says nothing. */
const HEAD = /^eyJ[\w-]+\./;

/** A part of a secret, and where it stands in it. */
export interface Part {
  readonly text: string;
  readonly of: string;
  readonly at: number;
}

/** How far a text in which a part begins at `start` agrees with the secret, before the part and after it. */
export function agreement(
  text: string,
  start: number,
  { of: secret, at }: Part,
): readonly [start: number, end: number] {
  let before = 0;
  while (before < Math.min(at, start) && text.charAt(start - before - 1) === secret.charAt(at - before - 1)) before++;
  let after = PART;
  while (at + after < secret.length && text.charAt(start + after) === secret.charAt(at + after)) after++;
  return [start - before, start + after];
}

/** Every part that was drawn by chance; none of a secret that was not, and none of a key in PEM, which begins like certificates. */
export function partsOf({ value, rule }: Secret): readonly Part[] {
  const text = value.trim();
  if (text.length < SHORTEST || text.length > LONGEST || rule === 'private-key' || /\s/.test(text)) return [];
  if (!isDrawnAlone(text) && !HEAD.test(text)) return [];
  const parts: Part[] = [];
  for (let at = beginOf(text); at + PART <= text.length; at++) {
    const part = text.slice(at, at + PART);
    if (isTelling(part)) parts.push({ text: part, of: text, at });
  }
  return parts;
}

/** The part of a secret that has these letters, if it is one. */
export function partOf({ value }: Secret, text: string): Part | undefined {
  const of = value.trim();
  const at = of.indexOf(text, beginOf(of));
  return at === -1 ? undefined : { text, of, at };
}

/** Where the first part may begin. */
function beginOf(text: string): number {
  return HEAD.exec(text)?.[0].length ?? 0;
}

/** No digits of a date, an account or a port, no names with a separator between, and no word. */
function isTelling(part: string): boolean {
  return !/[-_.:/\s]/.test(part) && (part.match(/[A-Za-z]/g) ?? []).length >= 3 && isDrawnAlone(part);
}
