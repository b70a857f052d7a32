/** A source before it is taken apart, and where its values begin and end. */
import { createSplitter, type Layout } from '../../journal/split-json.js';
import type { OpenSource } from '../open-source.js';

/** What is known of a source before its parts are. */
export interface Whole {
  readonly file: string;
  readonly source: OpenSource;
  readonly maxInput: number;
}

/** Where the values of a source stand. `lines`: a value a line, whatever its brackets say. */
export async function layoutOf(
  source: OpenSource,
  kind: 'list' | 'report' | 'sequence',
  lines = false,
): Promise<Layout> {
  const splitter = createSplitter(kind, lines);
  for await (const chunk of source.chunks()) splitter.push(chunk);
  return splitter.end();
}

/** Bytes as text of one character each: for looking at what is ASCII. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
