/** A text that comes piece by piece → bytes in chunks, so that a chapter of any length is never in memory as a text. */
import type { Block, Section } from '../document/types.js';
import { partsOfText } from '../text-parts.js';

/** Code units. */
const CHUNK = 1 << 18;

/** Longer chapters are worth more work, to be made piece by piece. */
const LONG_CHAPTER = 500_000;
/** What a block counts for besides its code, and a row of a table. */
const BLOCK = 300;

/** Whether the text of a chapter is better not made at once. */
export function isLong(chapter: Section): boolean {
  let length = 0;
  const add = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      length += BLOCK;
      if (block.kind === 'section') add(block.blocks);
      else if (block.kind === 'code') length += block.text.length;
      else if (block.kind === 'table') length += BLOCK * block.rows.length;
    }
  };
  add(chapter.blocks);
  return length > LONG_CHAPTER;
}

/** Writes the pieces in order: short ones together, long ones in parts. No piece may end in the middle of a character. */
export async function writePieces(
  pieces: Iterable<string>,
  write: (bytes: Uint8Array) => void | Promise<void>,
): Promise<void> {
  const encoder = new TextEncoder();
  let waiting = '';
  for (const piece of pieces) {
    if (waiting.length + piece.length <= CHUNK) {
      waiting += piece;
      continue;
    }
    if (waiting !== '') await write(encoder.encode(waiting));
    waiting = '';
    if (piece.length <= CHUNK) waiting = piece;
    else for (const part of partsOfText(piece, CHUNK)) await write(encoder.encode(part));
  }
  if (waiting !== '') await write(encoder.encode(waiting));
}
