/**
 * The operators of a page, as few as say what is seen: a colour, a width, a font is named when it changes, texts are moved to
 * from the one before, and one text object holds them until something is drawn. Coordinates: points, y downward from the top.
 */
import type { Ink } from '../../../chart/marks.js';
import type { Colours } from './inks.js';
import { hundredths, number } from './operators.js';

/** Decoration, by its name among the properties of the pages (ISO 32000-1, 14.8.2.2). */
export const ARTIFACTS = {
  head: { name: 'H', properties: { Type: 'Pagination', Subtype: 'Header' } },
  foot: { name: 'F', properties: { Type: 'Pagination', Subtype: 'Footer' } },
  layout: { name: 'L', properties: { Type: 'Layout' } },
} as const;

export interface Content {
  /** Begins what is decoration. */
  beginArtifact(kind: keyof typeof ARTIFACTS): void;
  /**
   * Begins content of an element. With `drawn`, there may be more in it than text. What it is, its element says; here all
   * have one name, because that packs better.
   */
  beginElement(id: number, drawn: boolean): void;
  /** Begins text that is copied as another one (in UTF-16, hexadecimal digits). */
  beginSpan(actual: string): void;
  /** Ends what was begun last. */
  end(): void;
  fill(ink: Ink): void;
  stroke(ink: Ink, width: number): void;
  /** `id` among the fonts of the pages; the size and what is added after each character in points. */
  font(id: string, size: number, tracking: number): void;
  /**
   * Shows text (strings and an operator) with its baseline beginning at a place. `width` is how far it reaches; without it,
   * what follows at once is placed anew.
   */
  show(x: number, y: number, strings: string, width?: number): void;
  /** Adds operators that draw. */
  draw(operators: string): void;
  /** Says that what is drawn next begins at this height: in a layout, heights are counted from there. */
  level(y: number): void;
  /** A vertical place as the file counts it, upward. */
  upward(y: number): string;
  /** All operators. Nothing is added after it. */
  text(): string;
}

/** The content of a page of this height. */
export function createContent(height: number, colour: Colours): Content {
  const out: string[] = [];
  /** What was begun, and whether it was begun within a text object. */
  const open: boolean[] = [];
  let inText = false;
  let state: State = { fill: null, stroke: null, lineWidth: 1, font: '', size: 0, tracking: 0 };
  /** The state around a layout. */
  let outside: State | null = null;
  // Hundredths of a point, so that what is rounded does not add up.
  let textX = 0;
  let textY = 0;
  /** Where the last text ended. */
  let pen = NaN;
  /** What heights are counted from. */
  let base = 0;
  const fromBase = (y: number): number => Math.round((height - y) * 100) - base;

  const endText = (): void => {
    if (!inText) return;
    if (open.includes(true)) throw new Error('Something is drawn within a text.');
    out.push('ET');
    inText = false;
  };
  const beginText = (): void => {
    out.push('BT');
    inText = true;
    textX = 0;
    textY = 0;
    pen = NaN;
  };
  const begin = (operator: string, drawn: boolean): void => {
    if (drawn) endText();
    else if (!inText) beginText();
    out.push(operator);
    open.push(inText);
  };

  return {
    beginArtifact: (kind) => {
      begin(`/Artifact/${ARTIFACTS[kind].name} BDC`, true);
      if (kind !== 'layout') return;
      out.push('q');
      outside = { ...state };
    },
    beginElement: (id, drawn) => begin(`/P<</MCID ${String(id)}>>BDC`, drawn),
    beginSpan: (actual) => begin(`/Span<</ActualText<${actual}>>>BDC`, false),
    end: () => {
      if (open.pop() === false) endText();
      if (outside !== null && open.length === 0) {
        out.push('Q');
        state = outside;
        outside = null;
        base = 0;
      }
      out.push('EMC');
    },
    fill: (ink) => {
      if (ink === state.fill) return;
      state.fill = ink;
      out.push(`${colour(ink)} sc`);
    },
    stroke: (ink, width) => {
      if (ink !== state.stroke) out.push(`${colour(ink)} SC`);
      if (width !== state.lineWidth) out.push(`${number(width)} w`);
      state.stroke = ink;
      state.lineWidth = width;
    },
    font: (id, size, added) => {
      if (id !== state.font || size !== state.size) out.push(`/${id} ${number(size)} Tf`);
      if (added !== state.tracking) out.push(`${number(added)} Tc`);
      state.font = id;
      state.size = size;
      state.tracking = added;
    },
    show: (x, y, strings, width = NaN) => {
      if (!inText) beginText();
      const toX = Math.round(x * 100);
      const toY = fromBase(y);
      // What goes on where the last text ended needs no place.
      if (toY === textY && Math.abs(x - pen) < 0.005) out.push(strings);
      else {
        out.push(`${hundredths(toX - textX)} ${hundredths(toY - textY)} Td${strings}`);
        textX = toX;
        textY = toY;
        pen = toX / 100;
      }
      pen += width;
    },
    draw: (operators) => {
      endText();
      out.push(operators);
    },
    level: (y) => {
      const up = fromBase(y);
      if (outside === null || up === 0) return;
      endText();
      out.push(`1 0 0 1 0 ${hundredths(up)} cm`);
      base += up;
    },
    upward: (y) => hundredths(fromBase(y)),
    text: () => {
      endText();
      return out.join(' ');
    },
  };
}

/** What operators have set. */
interface State {
  fill: Ink | null;
  stroke: Ink | null;
  lineWidth: number;
  font: string;
  size: number;
  tracking: number;
}
