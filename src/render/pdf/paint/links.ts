/** Areas that lead somewhere, as annotations of their page: to a place in the file, to one that is not yet laid out, or out. */
import type { LinkTarget } from '../flow.js';
import { NUMBER, REFERENCE } from './object-rows.js';
import type { Objects } from './object-streams.js';
import { textString } from './operators.js';
import type { Places } from './places.js';

/** Left, bottom, right, top in the coordinates of the file, in points. */
type Rectangle = readonly [number, number, number, number];

/** Addresses that a report may lead out to. */
const SAFE_ADDRESS = /^(?:https?|mailto):/i;

/** Whether a link may lead where it wants to. */
export function leadsSomewhere(to: LinkTarget): boolean {
  return 'id' in to || SAFE_ADDRESS.test(to.href);
}

/** Adds the annotation of a link. `key` is its key in the tree of parents, `words` what it says to those who do not see it. */
export function addLink(
  objects: Objects,
  places: Places,
  id: number,
  key: number,
  area: Rectangle,
  words: string,
  to: LinkTarget,
): void {
  const said = stringPattern(words);
  const numbers = [...area.map((side) => Math.round(side * 100) / 100), key, ...said.numbers];
  const rectangle = [NUMBER, NUMBER, NUMBER, NUMBER].join(' ');
  let target: string;
  if ('href' in to) target = `/A<</S/URI/URI(${asciiAddress(to.href).replace(/[()\\]/g, '\\$&')})>>`;
  else {
    const place = places.find(to.id);
    if (place === undefined) {
      places.mention(to.id);
      target = `/Dest${textString(to.id)}`;
    } else {
      numbers.push(place.page, place.y);
      target = `/Dest[${REFERENCE}/XYZ 0 ${NUMBER} null]`;
    }
  }
  // F 4: printed, as PDF/A wants of all annotations.
  const looks = '/Border[0 0 0]/F 4';
  const pattern = `<</Type/Annot/Subtype/Link/Rect[${rectangle}]${looks}/StructParent ${NUMBER}/Contents${said.pattern}${target}>>`;
  objects.add(id, pattern, numbers);
}

/**
 * A text as a string that is alike for all texts that differ in the number at their end, as "Page 12" does: in hexadecimal, where
 * the digits of a number are a number, and white space before them counts for nothing (ISO 32000-1, 7.3.4.3).
 */
function stringPattern(text: string): { readonly pattern: string; readonly numbers: readonly number[] } {
  const [, before, digits] = /^([\x20-\x7e]*?)(\d{1,6})$/.exec(text) ?? [];
  if (before === undefined || digits === undefined) return { pattern: textString(text), numbers: [] };
  const hex = (ascii: string): string => Buffer.from(ascii, 'latin1').toString('hex');
  return { pattern: `<${hex(before)}${NUMBER}>`, numbers: [Number(hex(digits))] };
}

/** Addresses in a PDF are ASCII. */
function asciiAddress(href: string): string {
  return href.replace(/[^\x21-\x7e]/gu, (character) =>
    /^[\ud800-\udfff]$/.test(character) ? '%EF%BF%BD' : encodeURIComponent(character),
  );
}
