/**
 * Spans into lines of a given width. Breaks stand at spaces; in long tokens after `/ . _ & = : , -`; inside a word only as a
 * last resort, and then an elbow at the end of the line says so. Pure: widths come from the measurer.
 */
import { atomsOf, beginsWithLetter, isFigure, splitAtom, type Atom, type Part, type Word } from './atoms.js';
import type { Measurer } from './measure.js';
import type { Span, SpanLink, TextSpan } from './spans.js';
import { MARK } from './theme.js';

/** A part of a line: `x` from the line's left end. */
export type Piece =
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly width: number;
      readonly text: string;
      readonly span: TextSpan;
      readonly rightToLeft?: boolean;
    }
  | { readonly kind: 'mark'; readonly x: number; readonly span: Extract<Span, { kind: 'mark' }> }
  | { readonly kind: 'drawing'; readonly x: number; readonly span: Extract<Span, { kind: 'drawing' }> }
  | { readonly kind: 'elbow'; readonly x: number };

/** A line as it is set; widths in points. */
export interface Line {
  readonly pieces: readonly Piece[];
  /** Without the white space at its end. */
  readonly width: number;
  readonly leading: number;
}

/** Room for the elbow at the end of a line that is broken inside a word. */
const ELBOW_ROOM = 7;
/** Tokens longer than this may be broken after a sign even where they would fit on a line of their own. */
const LONG_TOKEN = 28;
/** Rounding must not push a word that fits exactly onto the next line. */
const SLACK = 0.01;

/** Breaks spans into lines no wider than `width`, each as high as `leading` says. There is always one line. */
export function breakLines(spans: readonly Span[], width: number, leading: number, measure: Measurer): readonly Line[] {
  const short = oneLine(spans, width, leading, measure);
  return short === null ? linesOf(atomsOf(spans, measure), width, leading, measure) : [short];
}

/** Atoms into lines, of which there is always one. */
function linesOf(atoms: readonly Atom[], width: number, leading: number, measure: Measurer): readonly Line[] {
  const lines: Line[] = [];
  let currentLeading = leading;
  let line: Part[] = [];
  let lineWidth = 0;
  let atomsInLine: Word[] = [];

  const end = (elbow = false): void => {
    lines.push(makeLine(line, currentLeading, elbow));
    line = [];
    lineWidth = 0;
    atomsInLine = [];
  };
  const put = (atom: Word): void => {
    line.push(...atom.parts);
    lineWidth += atom.width + atom.space;
    atomsInLine.push(atom);
  };

  /** What is left of a word that was cut. */
  let rest: Word | null = null;
  const queue: Atom[] = atoms.toReversed();
  for (let atom = queue.pop(); atom !== undefined; atom = queue.pop()) {
    if (atom.kind === 'break') {
      end();
      currentLeading = atom.leading ?? leading;
      continue;
    }
    if (lineWidth + atom.width <= width + SLACK) {
      put(atom);
      continue;
    }
    const splittable = !atom.split && (atom.width > width || atom.text.length > LONG_TOKEN);
    if (splittable) {
      const parts = splitAtom(atom, measure);
      // Only where the first part helps: otherwise the token starts a line of its own.
      const first = parts[0];
      for (const part of parts.toReversed()) queue.push(part);
      if (line.length > 0 && (first === undefined || lineWidth + first.width > width + SLACK)) end();
      continue;
    }
    if (line.length > 0) {
      // A figure stays with the word it counts.
      const last = atomsInLine.at(-1);
      if (
        last !== undefined &&
        atomsInLine.length > 1 &&
        isFigure(last) &&
        beginsWithLetter(atom) &&
        last.width + last.space + atom.width <= width
      ) {
        line.splice(line.length - last.parts.length);
        queue.push(atom, last);
      } else queue.push(atom);
      end();
      continue;
    }
    const room = Math.max(width - ELBOW_ROOM, 1);
    // In two, it is cut in the middle: a checksum with six characters below it looks like a mistake.
    const inTwo = atom !== rest && atom.width > room && atom.width <= 2 * room;
    const [head, tail] = cutAtom(atom, inTwo ? atom.width / 2 + SLACK : room, measure);
    put(head);
    if (tail !== null) {
      rest = tail;
      queue.push(tail);
      end(true);
    }
  }
  if (line.length > 0 || lines.length === 0) end();
  return lines;
}

/** Most texts are words and figures of one span that fit on a line, where there is nothing to break. */
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;

/** The line of a plain text that fits on it; null where it has to be looked at word by word. */
function oneLine(spans: readonly Span[], width: number, leading: number, measure: Measurer): Line | null {
  const [span] = spans;
  if (spans.length !== 1 || span?.kind !== 'text' || !PLAIN.test(span.text)) return null;
  const wide = measure.width(span.text, span.font);
  if (wide > width + SLACK) return null;
  return { pieces: [{ kind: 'text', x: 0, width: wide, text: span.text, span }], width: wide, leading };
}

/** Breaks a title into as few lines as it needs, of like length. */
export function breakBalanced(
  spans: readonly Span[],
  width: number,
  leading: number,
  measure: Measurer,
): readonly Line[] {
  const widest = breakLines(spans, width, leading, measure);
  if (widest.length < 2) return widest;
  const atoms = atomsOf(spans, measure);
  let best = widest;
  let low = width / 2;
  let high = width;
  while (high - low > 4) {
    const middle = (low + high) / 2;
    const lines = linesOf(atoms, middle, leading, measure);
    if (lines.length > widest.length || lines.some((line) => line.pieces.at(-1)?.kind === 'elbow')) low = middle;
    else {
      best = lines;
      high = middle;
    }
  }
  return best;
}

/** The link of a piece, if it is part of one. */
export function linkOf(piece: Piece): SpanLink | undefined {
  return piece.kind === 'text' ? piece.span.link : undefined;
}

/** Cuts what has no place to break: as much as fits, and the rest. */
function cutAtom(atom: Word, width: number, measure: Measurer): [Word, Word | null] {
  const head: Part[] = [];
  let used = 0;
  for (const [index, part] of atom.parts.entries()) {
    if (part.kind !== 'text' || used + part.width <= width) {
      head.push(part);
      used += part.width;
      continue;
    }
    const fits = used > 0 && part.width <= width ? 0 : measure.fit(part.text, part.span.font, width - used);
    const rest = atom.parts.slice(index + 1);
    const left = part.text.slice(0, fits);
    const right = part.text.slice(fits);
    if (left !== '') head.push({ ...part, text: left, width: measure.width(left, part.span.font), trailing: 0 });
    const tail =
      right === ''
        ? rest
        : [{ ...part, text: right, width: part.width - measure.width(left, part.span.font) }, ...rest];
    if (tail.length === 0) break;
    const headWidth = sum(head);
    return [
      { ...atom, parts: head, width: headWidth, space: 0 },
      { ...atom, parts: tail, width: sum(tail) - atom.space },
    ];
  }
  return [{ ...atom, parts: head }, null];
}

function sum(parts: readonly Part[]): number {
  let width = 0;
  for (const part of parts) width += part.width;
  return width;
}

function makeLine(parts: readonly Part[], leading: number, elbow: boolean): Line {
  const pieces: Piece[] = [];
  let x = 0;
  let end = 0;
  // The words of a span are one piece.
  let span: TextSpan | null = null;
  let text = '';
  let from = 0;
  let width = 0;
  const close = (): void => {
    if (span !== null) pieces.push({ kind: 'text', x: from, width, text, span });
    span = null;
  };
  for (const part of parts) {
    if (part.kind === 'text') {
      if (part.span === span) {
        text += part.text;
        width += part.width;
      } else {
        close();
        ({ span, text, width } = part);
        from = x;
      }
      if (part.text.trim() !== '') end = x + part.width - part.trailing;
    } else {
      close();
      if (part.kind === 'mark') {
        pieces.push({ kind: 'mark', x, span: part.span });
        end = x + part.width - MARK.gap;
      } else {
        pieces.push({ kind: 'drawing', x, span: part.span });
        end = x + part.width;
      }
    }
    x += part.width;
  }
  close();
  if (elbow) pieces.push({ kind: 'elbow', x: end + 1.5 });
  return { pieces, width: end, leading };
}
