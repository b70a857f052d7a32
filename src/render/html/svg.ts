/** A drawing → inline SVG. Colours are classes, so that a page can change its palette; there is no `style` attribute. */
import { hatchLines } from '../../chart/hatch.js';
import type { ChartMark, Drawing, HatchMark, Ink, PathMark, RuleMark } from '../../chart/marks.js';
import { classes } from './classes.js';
import { escape } from './escape.js';

/** How a drawing stands in the page. */
export interface SvgOptions {
  readonly className: string;
  /** What it shows, in words; left out where words beside it say the same. */
  readonly alternative: string;
  /** Stretched to the width it gets, its strokes as wide as they are: lines only. */
  readonly stretch?: boolean;
  /** Where the picture begins, in the drawing's points: what is left of it is not shown. */
  readonly left?: number;
  /** The side that is cut off in a narrower place: its scale stays. */
  readonly cropped?: 'left' | 'right';
}

/** CSS pixels in a point: what the strokes of a stretched drawing are scaled by. */
const PIXELS = 4 / 3;

/** Renders a drawing. Without an alternative it is hidden from readers who do not see it. */
export function svg(drawing: Drawing, options: SvgOptions): string {
  const { height } = drawing;
  const left = options.left ?? 0;
  const width = drawing.width - left;
  const name =
    options.alternative === '' ? 'aria-hidden="true"' : `role="img" aria-label="${escape(options.alternative)}"`;
  const box = `viewBox="${number(left)} 0 ${number(width)} ${number(height)}"`;
  const size =
    options.stretch === true
      ? `${box} preserveAspectRatio="none"`
      : `${box} width="${number(width * PIXELS)}" height="${number(height * PIXELS)}"` +
        (options.cropped === undefined
          ? ''
          : ` preserveAspectRatio="${options.cropped === 'right' ? 'xMin' : 'xMax'}YMin slice"`);
  return `<svg class="${options.className}" ${size} ${name}>${marks(drawing.marks, options.stretch === true)}</svg>`;
}

function marks(list: readonly ChartMark[], stretch: boolean): string {
  let out = '';
  for (let i = 0; i < list.length; i += 1) {
    const item = list[i];
    if (item === undefined) continue;
    switch (item.kind) {
      case 'rule': {
        // Hundreds of samples out of tolerance are one path: they differ in place only.
        let path = segment(item);
        for (let next = list[i + 1]; next?.kind === 'rule' && sameStroke(item, next); next = list[i + 1]) {
          path += segment(next);
          i += 1;
        }
        out += `<path d="${path}"${strokeOf(item.stroke, item.width, item.dash, stretch)}/>`;
        break;
      }
      case 'rectangle':
        out +=
          `<rect x="${number(item.x)}" y="${number(item.y)}" width="${number(item.width)}" height="${number(item.height)}"` +
          `${paint(item.fill, item.stroke, item.strokeWidth)}/>`;
        break;
      case 'path':
        out += `<path d="${escape(item.d)}"${transform(item)} fill-rule="evenodd"${paint(item.fill, item.stroke, item.strokeWidth, item.dash)}/>`;
        break;
      case 'hatch':
        out += `<path d="${hatchPath(item)}"${paint(undefined, item.stroke, item.strokeWidth)}/>`;
        break;
      case 'text':
        out +=
          `<text x="${number(item.x)}" y="${number(item.y)}" font-size="${number(item.size)}" class="fill-${ink(item.fill)}"` +
          `${item.anchor === 'start' ? '' : ` text-anchor="${item.anchor}"`}${item.strong === true ? ' font-weight="600"' : ''}>` +
          `${escape(item.text)}</text>`;
        break;
    }
  }
  return out;
}

function segment(rule: RuleMark): string {
  const start = `M${number(rule.x1)} ${number(rule.y1)}`;
  if (rule.y1 === rule.y2) return `${start}H${number(rule.x2)}`;
  if (rule.x1 === rule.x2) return `${start}V${number(rule.y2)}`;
  return `${start}L${number(rule.x2)} ${number(rule.y2)}`;
}

function hatchPath(hatch: HatchMark): string {
  const { x, y } = hatch;
  return hatchLines(hatch)
    .map((line) => `M${number(x + line.x1)} ${number(y + line.y1)}L${number(x + line.x2)} ${number(y + line.y2)}`)
    .join('');
}

function sameStroke(a: RuleMark, b: RuleMark): boolean {
  return a.stroke === b.stroke && a.width === b.width && String(a.dash) === String(b.dash);
}

function strokeOf(stroke: Ink, width: number, dash: readonly number[] | undefined, stretch: boolean): string {
  const scale = stretch ? PIXELS : 1;
  return (
    ` class="stroke-${ink(stroke)}" stroke-width="${number(width * scale)}"` +
    (dash === undefined ? '' : ` stroke-dasharray="${dash.map((part) => number(part * scale)).join(' ')}"`) +
    (stretch ? ' vector-effect="non-scaling-stroke"' : '')
  );
}

function paint(fill: Ink | undefined, stroke: Ink | undefined, width?: number, dash?: readonly number[]): string {
  const name = classes(fill && `fill-${ink(fill)}`, stroke && `stroke-${ink(stroke)}`);
  return (
    (name === '' ? '' : ` class="${name}"`) +
    (fill === undefined ? ' fill="none"' : '') +
    (stroke === undefined ? '' : ` stroke-width="${number(width ?? 1)}"`) +
    (dash === undefined ? '' : ` stroke-dasharray="${dash.map(number).join(' ')}"`)
  );
}

function transform(path: PathMark): string {
  const parts: string[] = [];
  if (path.x !== undefined || path.y !== undefined)
    parts.push(`translate(${number(path.x ?? 0)} ${number(path.y ?? 0)})`);
  if (path.scale !== undefined) parts.push(`scale(${number(path.scale)})`);
  return parts.length === 0 ? '' : ` transform="${parts.join(' ')}"`;
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** An ink's name in classes and custom properties: `faultEdge` is `fault-edge`. */
export function ink(name: Ink): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
