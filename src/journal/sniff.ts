/** The first bytes of a file → what kind of file it is, where it is a well-known one that is not JSON. */

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF'],
  ['\x1f\x8b', 'a gzip archive'],
  ['PK\x03\x04', 'a ZIP archive'],
  ['\x89PNG', 'a picture (PNG)'],
  ['\xff\xd8\xff', 'a picture (JPEG)'],
  ['GIF8', 'a picture (GIF)'],
  ['SQLite format 3\0', 'an SQLite database'],
  ['\x7fELF', 'a program'],
];

/** How many bytes are looked at. */
export const SNIFFED = 256;

/** With its article (`a PDF`), or undefined where the bytes may be JSON, or nobody knows. */
export function sniff(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, SNIFFED)).toString('latin1');
  for (const [signature, name] of SIGNATURES) if (head.startsWith(signature)) return name;
  const text = head.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (/^<(!doctype html|html)\b/i.test(text)) return 'an HTML page';
  if (/^<(\?xml|[a-z!])/i.test(text)) return 'an XML or HTML file';
  if (/^(---\s|%YAML|[\w-]+:\s)/.test(text)) return 'a YAML file';
  if (/^\[?\d{4}-\d\d-\d\d[ T]\d\d:\d\d/.test(text)) return 'a log';
  return undefined;
}
