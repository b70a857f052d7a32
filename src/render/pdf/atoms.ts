/** Spans into atoms: the words that lines are made of, each with the space after it; and long words into parts at their signs. */
import type { Measurer } from './measure.js';
import type { DrawingSpan, MarkSpan, Span, TextSpan } from './spans.js';
import { MARK } from './theme.js';

/** A stretch of an atom that belongs to one span. `trailing` is the width of the spaces at its end. */
export type Part =
  | {
      readonly kind: 'text';
      readonly span: TextSpan;
      readonly text: string;
      readonly width: number;
      readonly trailing: number;
    }
  | { readonly kind: 'mark'; readonly span: MarkSpan; readonly width: number }
  | { readonly kind: 'drawing'; readonly span: DrawingSpan; readonly width: number };

/** What is not broken unless it must be, or the end of a line. */
export type Atom =
  | {
      readonly kind: 'word';
      readonly parts: readonly Part[];
      /** Without the space after it. */
      readonly width: number;
      readonly space: number;
      /** Without the space after it. */
      readonly text: string;
      /** Came of a longer one: is not split at signs again. */
      readonly split: boolean;
    }
  | {
      readonly kind: 'break';
      readonly leading?: number;
      readonly width: 0;
      readonly space: 0;
      readonly parts: readonly [];
    };

export type Word = Extract<Atom, { kind: 'word' }>;

const SPACE = 0x20;
const LINE_END = 0x0a;
const FIGURE = /^[\d.,+−-]*\d$/;
const LETTER = /^\p{L}/u;

/** After these a long token may be broken. */
const SIGN = /[/._&=:,?\-\\]/;
/** No part of a token is shorter than this. */
const SHORTEST = 3;

const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Signs that never begin a line of Chinese or Japanese, and those that never end one. */
const NEVER_FIRST = /^[、。，．・：；？！ー々〉》」』】〕）］｝…‥ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.)!?:;\]}%]/u;
const NEVER_LAST = /[〈《「『【〔（［｛([{]$/u;

/** A number that stands alone. */
export function isFigure({ text }: Word): boolean {
  return FIGURE.test(text);
}

export function beginsWithLetter({ text }: Word): boolean {
  return LETTER.test(text);
}

/** The atoms of spans. */
export function atomsOf(spans: readonly Span[], measure: Measurer): readonly Atom[] {
  const atoms: Atom[] = [];
  let parts: Part[] = [];
  const close = (): void => {
    if (parts.length > 0) atoms.push(word(parts, false));
    parts = [];
  };
  const add = (span: TextSpan, text: string, spaces: string, trailing: number): void => {
    parts.push({ kind: 'text', span, text: text + spaces, width: measure.width(text, span.font) + trailing, trailing });
  };
  for (const span of spans) {
    if (span.kind === 'break') {
      close();
      atoms.push({
        kind: 'break',
        ...(span.leading === undefined ? {} : { leading: span.leading }),
        width: 0,
        space: 0,
        parts: [],
      });
    } else if (span.kind === 'mark') {
      parts.push({ kind: 'mark', span, width: span.size + MARK.gap });
    } else if (span.kind === 'drawing') {
      parts.push({ kind: 'drawing', span, width: span.drawing.width + 4 });
      close();
    } else if (span.whole === true) {
      add(span, span.text, '', 0);
    } else {
      const all = span.text.replaceAll('\t', ' ');
      let space: number | undefined;
      const widthOf = (spaces: string): number =>
        spaces === ' ' ? (space ??= measure.width(' ', span.font)) : measure.width(spaces, span.font);
      const hasIdeographs = IDEOGRAPH.test(all);
      for (let at = 0; at < all.length;) {
        const end = endOfWord(all, at);
        const next = endOfSpaces(all, end);
        const [text, spaces] = [all.slice(at, end), all.slice(end, next)];
        const isBreak = all.charCodeAt(next) === LINE_END;
        at = isBreak ? next + 1 : next;
        const pieces = hasIdeographs ? betweenIdeographs(text) : [text];
        for (const [index, piece] of pieces.entries()) {
          const last = index === pieces.length - 1;
          if (last) add(span, piece, spaces, spaces === '' ? 0 : widthOf(spaces));
          else add(span, piece, '', 0);
          if (!last) close();
        }
        if (spaces !== '' || isBreak) close();
        if (isBreak) atoms.push({ kind: 'break', width: 0, space: 0, parts: [] });
      }
    }
  }
  close();
  return atoms;
}

/** Where a word ends that begins at a place: at a space or at the end of a line. */
function endOfWord(text: string, from: number): number {
  let at = from;
  for (let unit = text.charCodeAt(at); at < text.length && unit !== SPACE && unit !== LINE_END;)
    unit = text.charCodeAt(++at);
  return at;
}

function endOfSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at++;
  return at;
}

/** The parts of a long token, each ending in a sign. */
export function splitAtom(atom: Word, measure: Measurer): readonly Word[] {
  const words: Word[] = [];
  let current: Part[] = [];
  const total = atom.text.length;
  let seen = 0;
  let sinceBreak = 0;
  for (const part of atom.parts) {
    if (part.kind !== 'text') {
      current.push(part);
      continue;
    }
    let start = 0;
    const body = part.text.trimEnd();
    for (let i = 0; i < body.length - 1; i++) {
      sinceBreak++;
      if (sinceBreak < SHORTEST || total - (seen + i + 1) < SHORTEST) continue;
      if (!SIGN.test(body.charAt(i)) || SIGN.test(body.charAt(i + 1))) continue;
      const text = body.slice(start, i + 1);
      current.push({ ...part, text, width: measure.width(text, part.span.font), trailing: 0 });
      words.push(word(current, true));
      current = [];
      start = i + 1;
      sinceBreak = 0;
    }
    sinceBreak++;
    seen += body.length;
    const rest = body.slice(start);
    current.push({
      ...part,
      text: rest + part.text.slice(body.length),
      width: measure.width(rest, part.span.font) + part.trailing,
    });
  }
  if (current.length > 0) words.push(word(current, true));
  return words;
}

function word(parts: readonly Part[], split: boolean): Word {
  let width = 0;
  let text = '';
  for (const part of parts) {
    width += part.width;
    if (part.kind === 'text') text += part.text;
  }
  const last = parts.at(-1);
  const space = last?.kind === 'text' ? last.trailing : 0;
  return {
    kind: 'word',
    parts,
    width: width - space,
    space,
    text: text.trimEnd(),
    split,
  };
}

/** Cuts a text where a line of Chinese or Japanese may end. */
function betweenIdeographs(text: string): readonly string[] {
  const pieces: string[] = [];
  let current = '';
  for (const character of text) {
    if (
      current !== '' &&
      (IDEOGRAPH.test(character) || IDEOGRAPH.test(lastCharacter(current))) &&
      !NEVER_FIRST.test(character) &&
      !NEVER_LAST.test(current)
    ) {
      pieces.push(current);
      current = '';
    }
    current += character;
  }
  pieces.push(current);
  return pieces;
}

function lastCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(text.length - (/[\udc00-\udfff]$/.test(text) ? 2 : 1)) ?? 32);
}
