/** Inlines of the document into spans: stretches of text in one font and colour, marks, small drawings, line breaks. */
import { drawLevelLine, drawLevelSample } from '../../chart/level-line.js';
import type { Drawing, Ink } from '../../chart/marks.js';
import type { CodeInline, Inline, StatusName } from '../../document/types.js';
import { STATUS_MARKS } from '../../theme/status.js';
import type { LinkTarget } from './flow.js';
import type { Face, Font } from './measure.js';
import { CODE_SCALE, MARK, TYPE, type TextStyle } from './theme.js';

/** A link, shared by the spans that make it up. */
export interface SpanLink {
  readonly to: LinkTarget;
  readonly words: string;
}

export interface TextSpan {
  readonly kind: 'text';
  readonly text: string;
  readonly font: Font;
  readonly ink: Ink;
  readonly link?: SpanLink;
  /** Not broken at its spaces. */
  readonly whole?: boolean;
}

export interface MarkSpan {
  readonly kind: 'mark';
  readonly status: StatusName;
  readonly size: number;
}

export interface DrawingSpan {
  readonly kind: 'drawing';
  readonly drawing: Drawing;
  readonly alternative: string;
}

/** A line ends here. `leading` is that of the lines after it, up to the next one. */
export interface BreakSpan {
  readonly kind: 'break';
  readonly leading?: number;
}

export type Span = TextSpan | MarkSpan | DrawingSpan | BreakSpan;

interface Setting {
  readonly style: TextStyle;
  readonly font: Font;
  readonly ink: Ink;
  readonly link?: SpanLink;
}

const STRONG: Readonly<Record<Face, Face>> = {
  sans: 'sans-strong',
  'sans-strong': 'sans-strong',
  'sans-italic': 'sans-strong',
  mono: 'mono-strong',
  'mono-strong': 'mono-strong',
  'mono-italic': 'mono-strong',
};
const EMPHASIS: Readonly<Record<Face, Face>> = {
  sans: 'sans-italic',
  'sans-strong': 'sans-strong',
  'sans-italic': 'sans',
  mono: 'mono-italic',
  'mono-strong': 'mono-strong',
  'mono-italic': 'mono',
};
const MONO: Readonly<Record<Face, Face>> = {
  sans: 'mono',
  'sans-strong': 'mono-strong',
  'sans-italic': 'mono-italic',
  mono: 'mono',
  'mono-strong': 'mono-strong',
  'mono-italic': 'mono-italic',
};

/** The size of a level line beside a verdict. */
const LEVEL_WIDTH = 76;
const LEVEL_HEIGHT = 14;

/** The spans of inlines that are set in a style. */
export function spansOf(inlines: readonly Inline[], style: TextStyle): readonly Span[] {
  const spans: Span[] = [];
  const setting: Setting = { style, font: fontOf(style, style.face), ink: style.ink };
  addAll(spans, inlines, setting);
  // A literal that closes a cell leaves no empty line behind it.
  while (spans.at(-1)?.kind === 'break') spans.pop();
  return spans;
}

/** A text of one style. */
export function plainSpan(text: string, style: TextStyle): TextSpan {
  return { kind: 'text', text, font: fontOf(style, style.face), ink: style.ink };
}

/** The words of inlines, as they are read out. */
export function wordsOf(inlines: readonly Inline[]): string {
  let words = '';
  for (const inline of inlines) {
    switch (inline.kind) {
      case 'text':
      case 'time':
      case 'code':
        words += inline.text;
        break;
      case 'strong':
      case 'emphasis':
      case 'link':
        words += wordsOf(inline.children);
        break;
      case 'status':
        words += inline.word;
        break;
      case 'level':
        words += inline.alternative;
        break;
      case 'break':
        words += ' ';
        break;
    }
  }
  return words;
}

function fontOf(style: TextStyle, face: Face, size = style.size): Font {
  return style.tracking === undefined ? { face, size } : { face, size, tracking: style.tracking };
}

function addAll(spans: Span[], inlines: readonly Inline[], setting: Setting): void {
  for (const inline of inlines) addSpans(spans, inline, setting);
}

function addText(spans: Span[], text: string, font: Font, ink: Ink, link: SpanLink | undefined, whole = false): void {
  if (text === '') return;
  if (link === undefined && !whole) spans.push({ kind: 'text', text, font, ink });
  else spans.push({ kind: 'text', text, font, ink, ...(link && { link }), whole });
}

function addSpans(spans: Span[], inline: Inline, setting: Setting): void {
  const { style, font, ink } = setting;
  switch (inline.kind) {
    case 'text':
      addText(spans, inline.text, font, ink, setting.link);
      break;
    case 'time': {
      const day = DAY.exec(inline.text)?.[0] ?? '';
      addText(spans, day, font, ink, setting.link, true);
      addText(spans, inline.text.slice(day.length), font, ink, setting.link);
      break;
    }
    case 'strong':
      addAll(spans, inline.children, { ...setting, font: fontOf(style, STRONG[font.face]) });
      break;
    case 'emphasis':
      addAll(spans, inline.children, { ...setting, font: fontOf(style, EMPHASIS[font.face]) });
      break;
    case 'code':
      if (inline.apart === true) addApart(spans, inline);
      else
        addText(
          spans,
          inline.text,
          fontOf(style, codeFace(inline, font.face), codeSize(style)),
          codeInk(inline, ink),
          setting.link,
        );
      break;
    case 'link': {
      const link: SpanLink = { to: inline.to, words: wordsOf(inline.children) };
      addAll(spans, inline.children, { ...setting, link });
      break;
    }
    case 'status': {
      if (inline.bare !== true)
        spans.push({ kind: 'mark', status: inline.status, size: style.size >= 12 ? MARK.verdict : MARK.text });
      addText(spans, inline.word, font, STATUS_MARKS[inline.status].tone, setting.link, inline.bare !== true);
      break;
    }
    case 'level':
      spans.push({
        kind: 'drawing',
        drawing:
          typeof inline.level === 'string'
            ? drawLevelSample(inline.level)
            : drawLevelLine(inline.level, 'matrix', LEVEL_WIDTH, LEVEL_HEIGHT),
        alternative: inline.alternative,
      });
      break;
    case 'break':
      spans.push({ kind: 'break' });
      break;
  }
}

/** The day that a time begins with: in a narrow column the clock goes below it. */
const DAY = /^\d+ \p{L}+ \d{4}(?= )/u;

function codeFace(code: CodeInline, face: Face): Face {
  return code.outOfTolerance === true ? 'mono-strong' : MONO[face];
}

function codeSize(style: TextStyle): number {
  return style.face.startsWith('mono') ? style.size : style.size * CODE_SCALE;
}

function codeInk(code: CodeInline, ink: Ink): Ink {
  return code.outOfTolerance === true ? 'bad' : ink;
}

function addApart(spans: Span[], code: CodeInline): void {
  const style = TYPE.literal;
  const last = spans.at(-1);
  if (last !== undefined && last.kind !== 'break') spans.push({ kind: 'break', leading: style.leading });
  spans.push({
    kind: 'text',
    text: code.text,
    font: { face: code.outOfTolerance === true ? 'mono-strong' : style.face, size: style.size },
    ink: codeInk(code, style.ink),
  });
  spans.push({ kind: 'break' });
}
