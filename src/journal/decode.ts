/** Bytes of a file → its text, with a warning where the encoding is not plain UTF-8. */
import { constants, isAscii, isUtf8 } from 'node:buffer';
import { ReportError, type Warning } from '../errors.js';
import { messages } from './messages.js';
import { decodeWindows1252 } from './windows-1252.js';

/** A file's text without its byte order mark. */
export interface DecodedText {
  readonly text: string;
  readonly warnings: readonly Warning[];
}

/**
 * UTF-8, with or without a byte order mark; UTF-16 with one, or where the first character shows it; else Windows-1252,
 * which Python writes on Windows unless told otherwise.
 *
 * @throws ReportError `too-large` for more text than the runtime holds in one string.
 */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  if (bytes.length > constants.MAX_STRING_LENGTH) {
    const { message, hint } = messages.tooLarge(bytes.length, constants.MAX_STRING_LENGTH);
    throw new ReportError('too-large', message, { place: { file }, hint });
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = (encoding: string, text: string): DecodedText => ({
    text,
    warnings: [{ code: 'encoding', detail: { encoding }, place: { file } }],
  });

  const [first, second, third] = buffer;
  if (first === 0xff && second === 0xfe) return found('UTF-16LE', utf16le(buffer.subarray(2)));
  if (first === 0xfe && second === 0xff) return found('UTF-16BE', utf16be(buffer.subarray(2)));
  if (second === 0 && first !== 0 && first !== undefined) return found('UTF-16LE', utf16le(buffer));
  if (first === 0 && second !== 0 && second !== undefined) return found('UTF-16BE', utf16be(buffer));
  const marked = first === 0xef && second === 0xbb && third === 0xbf;
  const body = marked ? buffer.subarray(3) : buffer;

  if (isAscii(body))
    return marked ? found('UTF-8 BOM', body.toString('latin1')) : { text: body.toString('latin1'), warnings: [] };
  const whole = body.subarray(0, body.length - cutOffBytes(body));
  if (marked || isUtf8(whole)) {
    return marked ? found('UTF-8 BOM', body.toString('utf8')) : { text: whole.toString('utf8'), warnings: [] };
  }
  return { text: decodeWindows1252(body), warnings: [{ code: 'windows-1252', place: { file } }] };
}

/**
 * How many bytes at the end begin a UTF-8 character that is not complete: a file cut there is a cut UTF-8 file, and not
 * one in Windows-1252.
 */
function cutOffBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xf0) return back < 4 ? back : 0;
    if (byte >= 0xe0) return back < 3 ? back : 0;
    if (byte >= 0xc0) return back < 2 ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function utf16le(bytes: Buffer): string {
  return bytes.subarray(0, bytes.length - (bytes.length % 2)).toString('utf16le');
}

function utf16be(bytes: Buffer): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  return even.swap16().toString('utf16le');
}
