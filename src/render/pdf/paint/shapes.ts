/** Marks without words into the operators that draw them. What is drawn again and again is put into the file once. */
import type PDFDocument from 'pdfkit';
import type { PdfReference } from 'pdfkit';
import type { ChartMark, Ink, PathMark } from '../../../chart/marks.js';
import type { Content } from './content.js';
import type { Colours } from './inks.js';
import { number, pathOperators, points } from './operators.js';
import { hatching } from './hatching.js';

/** Paths longer than this are those of charts, each of its own. */
const SHORT_PATH = 200;
/** Room for any short path, in its own coordinates. */
const ROOM = [-99, -99, 999, 999];

export interface Shapes {
  draw(content: Content, mark: Exclude<ChartMark, { kind: 'text' }>, x: number, y: number): void;
  /** What was put into the file, by its names on the pages. */
  stored(): Record<string, PdfReference>;
}

export function createShapes(document: PDFDocument, colour: Colours): Shapes {
  const stored: Record<string, PdfReference> = {};
  const names = new Map<string, string>();

  /** The name of a drawing that stands in the file once (a form: ISO 32000-1, 8.10). */
  const store = (operators: string): string => {
    let name = names.get(operators);
    if (name === undefined) {
      name = `X${String(names.size + 1)}`;
      names.set(operators, name);
      const form = document.ref({ Type: 'XObject', Subtype: 'Form', BBox: ROOM });
      form.end(operators);
      stored[name] = form;
    }
    return name;
  };

  const drawPath = (content: Content, mark: PathMark, x: number, y: number): void => {
    const scale = mark.scale ?? 1;
    const top = y + (mark.y ?? 0);
    content.level(top);
    const moved = `${number(scale)} 0 0 ${number(-scale)} ${points(x + (mark.x ?? 0))} ${content.upward(top)} cm`;
    const path = pathOperators(mark.d);
    const own = `${dashed(mark.dash)}${colours(mark, colour)}${path} ${paintOperator(mark)}`;
    const operators = mark.d.length < SHORT_PATH ? `/${store(own)} Do` : own;
    content.draw(`q ${moved} ${operators} Q`);
  };

  return {
    draw: (content, mark, x, y) => {
      switch (mark.kind) {
        case 'rule': {
          content.stroke(mark.stroke, mark.width);
          content.level(y + mark.y1);
          const from = `${points(x + mark.x1)} ${content.upward(y + mark.y1)} m`;
          const line = `${from} ${points(x + mark.x2)} ${content.upward(y + mark.y2)} l S`;
          content.draw(mark.dash === undefined ? line : `q ${dashed(mark.dash)}${line} Q`);
          break;
        }
        case 'rectangle': {
          if (mark.fill !== undefined) content.fill(mark.fill);
          if (mark.stroke !== undefined) content.stroke(mark.stroke, mark.strokeWidth ?? 1);
          content.level(y + mark.y + mark.height);
          const corner = `${points(x + mark.x)} ${content.upward(y + mark.y + mark.height)}`;
          content.draw(`${corner} ${points(mark.width)} ${points(mark.height)} re ${paintOperator(mark)}`);
          break;
        }
        case 'path':
          drawPath(content, mark, x, y);
          break;
        case 'hatch': {
          content.stroke(mark.stroke, mark.strokeWidth);
          content.level(y + mark.y + mark.height);
          const corner = `${points(x + mark.x)} ${content.upward(y + mark.y + mark.height)}`;
          content.draw(`q 1 0 0 1 ${corner} cm ${hatching(mark)} Q`);
          break;
        }
      }
    },
    stored: () => stored,
  };
}

interface Painted {
  readonly fill?: Ink;
  readonly stroke?: Ink;
  readonly strokeWidth?: number;
}

function dashed(dash: readonly number[] | undefined): string {
  return dash === undefined ? '' : `[${dash.map(number).join(' ')}] 0 d `;
}

function colours({ fill, stroke, strokeWidth = 1 }: Painted, colour: Colours): string {
  const filled = fill === undefined ? '' : `${colour(fill)} sc `;
  return stroke === undefined ? filled : `${filled}${number(strokeWidth)} w ${colour(stroke)} SC `;
}

/** Fills by the even-odd rule, strokes, or both. */
function paintOperator({ fill, stroke }: Painted): string {
  return fill === undefined ? 'S' : stroke === undefined ? 'f*' : 'B*';
}
