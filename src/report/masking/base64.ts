/**
 * A secret → what is sure to stand in a base64 text that holds it, wherever in it the secret begins. Source: RFC 4648, three
 * bytes are four characters, so there are three ways to begin; a character that also holds bits of a neighbour is left out,
 * and masked as the neighbour of what was found.
 */

/** A form of a secret whose first or last character may reach into the characters beside it. */
export interface Form {
  readonly text: string;
  /** Characters of base64 before and after it that hold a part of the secret too. */
  readonly before: 0 | 1;
  readonly after: 0 | 1;
}

/** Larger ones are looked for as they are only. */
const LARGEST = 65_536;

/** In the alphabets of base64 and base64url; of UTF-8, of UTF-16 as PowerShell encodes commands, and encoded twice. */
export function inBase64(secret: string): readonly Form[] {
  if (secret.length > LARGEST) return [];
  const utf8 = Buffer.from(secret);
  const once = alignments(utf8);
  const twice = once.flatMap(({ text }) => alignments(Buffer.from(text)));
  return [...once, ...alignments(Buffer.from(secret, 'utf16le')), ...twice];
}

function alignments(bytes: Buffer): Form[] {
  return [0, 1, 2].flatMap((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const from = offset === 0 ? 0 : offset + 1;
    const form = (digits: string): Form => ({
      text: digits.slice(from, Math.floor(((offset + bytes.length) * 8) / 6)),
      before: offset === 0 ? 0 : 1,
      after: (offset + bytes.length) % 3 === 0 ? 0 : 1,
    });
    const url = text.replaceAll('+', '-').replaceAll('/', '_');
    return url === text ? [form(text)] : [form(text), form(url)];
  });
}
