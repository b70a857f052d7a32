/**
 * A secret → the forms in which other programs write it down. A form more is a line more. Escapes are not among them: texts
 * are searched with their escapes read (`readings.ts`), and a secret that holds escapes itself is looked for so too.
 */
import { inBase64, type Form } from './base64.js';
import { unescapeText } from './readings.js';
import { LONG, looksDrawn, looksRandom } from './worth-masking.js';

/** The plain form first, and no form twice. */
export function variantsOf(secret: string): readonly Form[] {
  const plain = secret.trim();
  const forms = new Map<string, Form>();
  const add = (...texts: readonly string[]): void => {
    for (const text of texts) if (text !== '' && !forms.has(text)) forms.set(text, { text, before: 0, after: 0 });
  };
  add(secret, plain);
  for (const form of [...forms.keys()]) add(...readAgain(form));
  // Forms of addresses; quotes doubled, as in CSV, SQL and YAML; quotes in a shell's quotes.
  add(plain.replaceAll(' ', '+'), plain.replaceAll('"', '""'));
  add(...["''", "'\\''", `'"'"'`].map((quote) => plain.replaceAll("'", quote)));
  if (looksDrawn(plain)) add(plain.toLowerCase(), plain.toUpperCase());
  add(...linesOf(plain));
  const utf8 = Buffer.from(plain);
  const encoded = utf8.toString('base64');
  add(encoded, encoded.replace(/=+$/, ''), utf8.toString('base64url'));
  if (utf8.length >= LONG / 2) {
    const hex = utf8.toString('hex');
    add(hex, hex.toUpperCase());
  }
  for (const form of inBase64(plain)) if (form.text.length >= LONG && !forms.has(form.text)) forms.set(form.text, form);
  return [...forms.values()];
}

/** As it reads once, and twice, its own escapes are read. */
function readAgain(text: string): readonly string[] {
  const once = unescapeText(text);
  return once === text ? [] : [once, unescapeText(once)];
}

/** Of a key in many lines each line: programs indent, quote and cut. */
function linesOf(text: string): readonly string[] {
  return text.includes('\n')
    ? text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line.length >= 16 && looksRandom(line))
    : [];
}
