/** Small pieces of PDF's page language: numbers, colours, strings, and paths from SVG's syntax. */

/** A number with what a printer can show of it. */
export function number(value: number): string {
  return short(Math.round(value * 1000) / 1000);
}

/** A place on the page, in points: a hundredth of one is less than any printer or screen shows. */
export function points(value: number): string {
  return hundredths(Math.round(value * 100));
}

/** Those below 1,000 points, which nearly all are. */
const written: string[] = [];

/** Whole hundredths as a number, as short as PDF takes it. */
export function hundredths(value: number): string {
  if (value < 0) return `-${hundredths(-value)}`;
  if (value >= 100_000) return short(value / 100);
  return (written[value] ??= short(value / 100));
}

/** Without the zero before the point. */
function short(value: number): string {
  const text = String(value);
  if (value >= 1 || value <= -1) return text;
  return text.startsWith('0.') ? text.slice(1) : text.startsWith('-0.') ? `-${text.slice(2)}` : text;
}

/** A text as a string object: as it is if it is ASCII, else in UTF-16. */
export function textString(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? `(${text.replace(/[()\\]/g, '\\$&')})` : `<${utf16(text)}>`;
}

/** A colour (`#RRGGBB`) as three numbers between 0 and 1. */
export function rgb(colour: string): string {
  return [1, 3, 5].map((at) => number(parseInt(colour.slice(at, at + 2), 16) / 255)).join(' ');
}

/** UTF-16 with its mark, in hexadecimal digits. */
export function utf16(text: string): string {
  let digits = 'feff';
  for (let i = 0; i < text.length; i++) digits += text.charCodeAt(i).toString(16).padStart(4, '0');
  return digits;
}

const paths = new Map<string, string>();

/** The operators of a path in SVG's syntax: M, L, H, V, C, A, Z in both cases. */
export function pathOperators(d: string): string {
  let known = paths.get(d);
  if (known === undefined) {
    known = convertPath(d);
    // Marks are few and the same everywhere; the paths of charts are not.
    if (d.length < 200) paths.set(d, known);
  }
  return known;
}

/** How many numbers each command takes. */
const ARGUMENTS: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, a: 7, z: 0 };

function convertPath(d: string): string {
  const out: string[] = [];
  let x = 0;
  let y = 0;
  let startX = 0;
  let startY = 0;
  const lineTo = (toX: number, toY: number, operator = 'l'): void => {
    x = toX;
    y = toY;
    out.push(`${points(x)} ${points(y)} ${operator}`);
  };
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const command = letter.toLowerCase();
    const values = (rest.match(/[+-]?(?:\d*\.\d+|\d+\.?)(?:e[+-]?\d+)?/gi) ?? []).map(Number);
    const step = ARGUMENTS[command] ?? 0;
    if (command === 'z') {
      out.push('h');
      x = startX;
      y = startY;
    }
    for (let i = 0; step > 0 && i + step <= values.length; i += step) {
      const at = (index: number): number => values[i + index] ?? 0;
      const [originX, originY] = letter === command ? [x, y] : [0, 0];
      switch (command) {
        case 'm':
          // What follows the first pair are lines.
          lineTo(originX + at(0), originY + at(1), i === 0 ? 'm' : 'l');
          if (i === 0) [startX, startY] = [x, y];
          break;
        case 'l':
          lineTo(originX + at(0), originY + at(1));
          break;
        case 'h':
          lineTo(originX + at(0), y);
          break;
        case 'v':
          lineTo(x, originY + at(0));
          break;
        case 'c': {
          const three = [0, 2, 4].map((j) => `${points(originX + at(j))} ${points(originY + at(j + 1))}`);
          out.push(`${three.join(' ')} c`);
          x = originX + at(4);
          y = originY + at(5);
          break;
        }
        case 'a': {
          const [toX, toY] = [originX + at(5), originY + at(6)];
          for (const curve of arcCurves(x, y, at(0), at(3) !== 0, at(4) !== 0, toX, toY))
            out.push(`${curve.map(points).join(' ')} c`);
          x = toX;
          y = toY;
          break;
        }
      }
    }
  }
  return out.join(' ');
}

/** A circular arc as Bézier curves of at most a quarter each. */
function arcCurves(
  x1: number,
  y1: number,
  r: number,
  large: boolean,
  sweep: boolean,
  x2: number,
  y2: number,
): readonly (readonly number[])[] {
  const distance = Math.hypot(x2 - x1, y2 - y1);
  if (distance === 0 || r === 0) return [];
  const radius = Math.max(r, distance / 2);
  const away = Math.sqrt(Math.max(0, radius * radius - (distance * distance) / 4));
  const side = large === sweep ? -1 : 1;
  const centreX = (x1 + x2) / 2 + (side * away * (y1 - y2)) / distance;
  const centreY = (y1 + y2) / 2 + (side * away * (x2 - x1)) / distance;
  const from = Math.atan2(y1 - centreY, x1 - centreX);
  let angle = Math.atan2(y2 - centreY, x2 - centreX) - from;
  if (sweep && angle < 0) angle += 2 * Math.PI;
  if (!sweep && angle > 0) angle -= 2 * Math.PI;
  const parts = Math.ceil(Math.abs(angle) / (Math.PI / 2) - 1e-9);
  const step = angle / parts;
  const reach = (4 / 3) * Math.tan(step / 4) * radius;
  return Array.from({ length: parts }, (_, index) => {
    const a = from + index * step;
    const b = a + step;
    const [ax, ay] = [centreX + radius * Math.cos(a), centreY + radius * Math.sin(a)];
    const [bx, by] = [centreX + radius * Math.cos(b), centreY + radius * Math.sin(b)];
    return [
      ax - reach * Math.sin(a),
      ay + reach * Math.cos(a),
      bx + reach * Math.sin(b),
      by - reach * Math.cos(b),
      bx,
      by,
    ];
  });
}
