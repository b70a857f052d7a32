/** Bytes in Windows-1252 → text. By a table of our own: the runtime's decoder reads this label as Latin-1 in some releases. */

/** What the bytes 0x80 to 0x9F stand for, by the WHATWG encoding standard: the five free ones are control characters. */
const HIGH_CONTROLS =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** Decodes every byte; there is no byte that Windows-1252 has not. */
export function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9F]/g, (c) => HIGH_CONTROLS.charAt(c.charCodeAt(0) - 0x80));
}
