/** A source → what makes it the same journal under whatever name. */
import type { Source } from './types.js';

/** What tells one journal from another, whatever its file is called. */
export function keyOf({ sha256, pointer }: Pick<Source, 'pointer' | 'sha256'>): string {
  return `${sha256} ${pointer}`;
}
