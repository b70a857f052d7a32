/** Broken lines into placed items: text on its baseline, marks, underlines and areas of links. Pure. */
import { STATUS_MARKS } from '../../theme/status.js';
import type { StatusName } from '../../document/types.js';
import type { Ink } from '../../chart/marks.js';
import { hasRightToLeft, visualOrder } from './bidi.js';
import { addTag, type Item, type Tag } from './flow.js';
import { linkOf, type Line, type Piece } from './lines.js';
import type { Font, Measurer } from './measure.js';
import type { SpanLink } from './spans.js';
import { ELBOW, RULE, type TextStyle } from './theme.js';

/** How lines are placed. */
export interface Placing {
  /** The left edge of the lines. */
  readonly x: number;
  /** With `end`, lines end at `x` + this. */
  readonly width: number;
  readonly align?: 'start' | 'end';
  readonly tag: Tag;
  readonly measure: Measurer;
  /** Links without an underline. */
  readonly plain?: boolean;
}

/** The links of one text, each with its element, so that a link broken over lines stays one. */
export type LinkTags = Map<SpanLink, Tag>;

/** From the top of a line to its baseline: half the leading above, as on the web, by the ascent and descent of the face. */
export function baseline(style: Pick<TextStyle, 'face' | 'size' | 'leading'>): number {
  return style.leading / 2 + (style.face.startsWith('mono') ? 0.3555 : 0.312) * style.size;
}

const fonts = new WeakMap<object, Font>();

/** The font of a style, one for all texts in it: long code has a text a line. */
function fontOf(style: Font): Font {
  let font = fonts.get(style);
  if (font === undefined) {
    font = { face: style.face, size: style.size };
    fonts.set(style, font);
  }
  return font;
}

/** A text that is not broken, in the order in which it is seen. */
export function textItems(
  text: string,
  x: number,
  y: number,
  style: Pick<TextStyle, 'face' | 'size' | 'ink'>,
  tag: Tag | null,
  measure: Measurer,
): readonly Item[] {
  const { ink } = style;
  const font = fontOf(style);
  if (!hasRightToLeft(text)) return [{ kind: 'text', x, y, text, font, ink, tag }];
  const piece: Piece = { kind: 'text', x, width: 0, text, span: { kind: 'text', text, font, ink } };
  return visualOrder([piece], (part) => measure.width(part.text, font)).flatMap((part) =>
    part.kind === 'text'
      ? [{ kind: 'text', x: part.x, y, text: part.text, font, ink, tag, rightToLeft: part.rightToLeft ?? false }]
      : [],
  );
}

/** A status mark on a baseline, its left edge at `x`. */
export function markItem(
  status: StatusName,
  x: number,
  y: number,
  size: number,
  ink: Ink = STATUS_MARKS[status].tone,
): Item {
  const mark = { kind: 'path' as const, d: STATUS_MARKS[status].path, scale: size / 12, fill: ink };
  return { kind: 'shape', x, y: y - size + 0.5, mark };
}

/** A horizontal rule of a width, its middle at `y`. */
export function ruleItem(
  x1: number,
  x2: number,
  y: number,
  width: number,
  stroke: Ink,
  dash?: readonly number[],
): Item {
  const mark = { kind: 'rule' as const, x1: 0, y1: 0, x2: x2 - x1, y2: 0, stroke, width };
  return { kind: 'shape', x: x1, y, mark: dash === undefined ? mark : { ...mark, dash } };
}

/** A vertical rule, its middle at `x`, from `y` down. */
export function uprightItem(x: number, y: number, height: number, width: number, stroke: Ink): Item {
  return { kind: 'shape', x, y, mark: { kind: 'rule', x1: 0, y1: 0, x2: 0, y2: height, stroke, width } };
}

/** The elbow, its box at (x, y). */
export function elbowItem(x: number, y: number): Item {
  return { kind: 'shape', x, y, mark: { kind: 'path', d: ELBOW.path, stroke: 'mid', strokeWidth: ELBOW.stroke } };
}

interface Area {
  readonly link: SpanLink;
  readonly tag: Tag;
  readonly x1: number;
  readonly x2: number;
}

/** The items of a line with its baseline at `y`. */
export function lineItems(line: Line, y: number, placing: Placing, links: LinkTags): readonly Item[] {
  const items: Item[] = [];
  const left = placing.align === 'end' ? placing.x + placing.width - line.width : placing.x;
  const areas: Area[] = [];
  for (const piece of visualOrder(line.pieces, (part) => placing.measure.width(part.text, part.span.font))) {
    const x = left + piece.x;
    const link = linkOf(piece);
    const tag = link === undefined ? placing.tag : linkTag(links, link, placing.tag);
    if (piece.kind === 'text') {
      const { text, span } = piece;
      const item: Item = { kind: 'text', x, y, text, font: span.font, ink: span.ink, tag };
      items.push(piece.rightToLeft === true ? { ...item, rightToLeft: true } : item);
      if (link !== undefined) {
        const x2 = Math.min(x + piece.width, left + line.width);
        const last = areas.at(-1);
        if (last?.link === link && Math.abs(last.x2 - x) < 0.5) areas[areas.length - 1] = { ...last, x2 };
        else areas.push({ link, tag, x1: x, x2 });
      }
    } else items.push(otherItem(piece, x, y, tag));
  }
  const height = Math.max(line.leading, 10);
  for (const { link, tag, x1, x2 } of areas) {
    items.push({
      kind: 'link',
      x: x1,
      y: y - height * 0.75,
      width: x2 - x1,
      height,
      to: link.to,
      words: link.words,
      tag,
    });
    if (placing.plain !== true) items.push(ruleItem(x1, x2, y + 2, RULE.link, 'mid'));
  }
  // A copy has no room to grow, and waits for its page.
  return items.slice();
}

function linkTag(links: LinkTags, link: SpanLink, parent: Tag): Tag {
  const known = links.get(link);
  if (known !== undefined) return known;
  const tag = addTag(parent, 'Link');
  links.set(link, tag);
  return tag;
}

/** Half the height of small letters: small drawings stand with their middle there. */
const HALF_LETTER = 3.2;

function otherItem(piece: Exclude<Piece, { kind: 'text' }>, x: number, y: number, tag: Tag): Item {
  switch (piece.kind) {
    case 'mark':
      return markItem(piece.span.status, x, y, piece.span.size);
    case 'drawing': {
      const { drawing, alternative } = piece.span;
      return {
        kind: 'drawing',
        x,
        y: y - HALF_LETTER - drawing.height / 2,
        drawing,
        tag: alternative === '' ? null : addTag(tag, 'Figure', { alternative }),
      };
    }
    case 'elbow':
      return elbowItem(x, y - 5);
  }
}
