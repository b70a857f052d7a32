/** Strokes a path. The lines of a hatching, each as far from the one before, are drawn as one line that is moved: it packs well. */
import { hundredths } from './operators.js';

/** Lines that are fewer than this are drawn as they are. */
const FEW = 6;
const LINE = /(-?[\d.]+) (-?[\d.]+) m (-?[\d.]+) (-?[\d.]+) l(?= -?[\d.]+ -?[\d.]+ m|$)/g;

/** The operators of a path as those that stroke it. */
export function strokes(path: string): string {
  // From, to: in hundredths.
  const lines: (readonly number[])[] = [];
  const rest = path.replace(LINE, (_, ...numbers: string[]) => {
    lines.push(numbers.slice(0, 4).map((each) => Math.round(Number(each) * 100)));
    return '';
  });
  if (lines.length < FEW || rest.trim() !== '') return `${path} S`;
  let drawn = '';
  for (let at = 0; at < lines.length;) {
    const [first = []] = lines.slice(at);
    const step = difference(lines[at + 1], first);
    let end = at + 1;
    while (end < lines.length && step !== null && same(difference(lines[end], lines[end - 1]), step)) end++;
    const line = `${hundredths(first[0] ?? 0)} ${hundredths(first[1] ?? 0)} m ${hundredths(first[2] ?? 0)} ${hundredths(first[3] ?? 0)} l S `;
    if (step === null || end - at < FEW) {
      drawn += line;
      at++;
    } else {
      const moved = `1 0 0 1 ${hundredths(step[0])} ${hundredths(step[1])} cm ${line}`;
      drawn += `q ${line}${moved.repeat(end - at - 1)}Q `;
      at = end;
    }
  }
  return drawn.trimEnd();
}

/** How far a line is from another of the same length and direction; null where there is none. */
function difference(
  line: readonly number[] | undefined,
  from: readonly number[] = [],
): readonly [number, number] | null {
  if (line === undefined) return null;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = line.map((each, index) => each - (from[index] ?? 0));
  return x1 === x2 && y1 === y2 ? [x1, y1] : null;
}

function same(a: readonly [number, number] | null, b: readonly [number, number]): boolean {
  return a !== null && a[0] === b[0] && a[1] === b[1];
}
