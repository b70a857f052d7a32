/** Text → XML 1.0: what may not stand there is written out, so that no reader refuses the file. https://www.w3.org/TR/xml/#charsets */
import { codePoint } from '../../document/words/visible.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Controls but tab, line feed and carriage return; surrogates without their other half; the two last code points of the first plane. */
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Cs}]/gu;

/** Text between tags. */
export function text(content: string): string {
  return (
    content
      .replace(FORBIDDEN, codePoint)
      .replace(/[&<>]/g, (character) => ENTITIES[character] ?? '')
      // A reader would make a line feed of it.
      .replaceAll('\r', '&#13;')
  );
}

/** ` name="value"`, or nothing where there is no value. Line ends and tabs survive, which readers else make spaces of. */
export function attribute(name: string, value: string | number | null): string {
  if (value === null) return '';
  const written = text(String(value)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
  return ` ${name}="${written}"`;
}
