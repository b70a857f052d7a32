/** Puts the pieces of a line with Arabic or Hebrew in it into the order in which they are seen. Base direction left to right. */
import bidiFactory from 'bidi-js';
import type { Piece } from './lines.js';

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Stands for marks and drawings when the order is worked out. */
const OBJECT = '\ufffc';

interface Bidi {
  getEmbeddingLevels(text: string, baseDirection: 'ltr'): { readonly levels: Uint8Array };
  getMirroredCharacter(character: string): string | null;
}
// Its types describe a module, and what is loaded is the function itself.
const makeBidi = bidiFactory as unknown as () => Bidi;

let bidi: Bidi | undefined;

/** True for text that may run from right to left somewhere. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

function algorithm(): Bidi {
  bidi ??= makeBidi();
  return bidi;
}

/** Characters from the last to the first, brackets turned round: for what is drawn glyph by glyph and runs from right to left. */
export function reversed(text: string): string {
  return Array.from(text, (character) => algorithm().getMirroredCharacter(character) ?? character)
    .reverse()
    .join('');
}

/** The pieces from left to right as they are seen, cut where the direction changes. `width` is asked for cut pieces only. */
export function visualOrder(
  pieces: readonly Piece[],
  width: (piece: Piece & { kind: 'text' }) => number,
): readonly Piece[] {
  if (!pieces.some((piece) => piece.kind === 'text' && hasRightToLeft(piece.text))) return pieces;
  const text = pieces.map((piece) => (piece.kind === 'text' ? piece.text : OBJECT)).join('');
  const { levels } = algorithm().getEmbeddingLevels(text, 'ltr');
  const runs: { readonly piece: Piece; readonly level: number; readonly width: number }[] = [];
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== 'text') {
      const next = pieces[index + 1];
      runs.push({ piece, level: levels[at] ?? 0, width: next === undefined ? 0 : next.x - piece.x });
      at++;
      continue;
    }
    let start = 0;
    for (let i = 1; i <= piece.text.length; i++) {
      if (i < piece.text.length && levels[at + i] === levels[at + start]) continue;
      const part = { ...piece, text: piece.text.slice(start, i) };
      runs.push({
        piece: part,
        level: levels[at + start] ?? 0,
        width: start === 0 && i === piece.text.length ? piece.width : width(part),
      });
      start = i;
    }
    at += piece.text.length;
  }
  const highest = Math.max(...runs.map((run) => run.level));
  for (let level = highest; level > 0; level--) {
    for (let i = 0; i < runs.length; i++) {
      let j = i;
      while (j < runs.length && (runs[j]?.level ?? 0) >= level) j++;
      if (j > i + 1) runs.splice(i, j - i, ...runs.slice(i, j).reverse());
      i = j;
    }
  }
  let x = pieces[0]?.x ?? 0;
  return runs.map((run) => {
    const placed =
      run.piece.kind === 'text'
        ? { ...run.piece, x, width: run.width, rightToLeft: run.level % 2 === 1 }
        : { ...run.piece, x };
    x += run.width;
    return placed;
  });
}
