/** The font files: which they are, where they are found, and which characters each has, known without opening it. */
import { existsSync, readFileSync } from 'node:fs';
import type { Face } from '../measure.js';

/** The name of a file in `fonts/`, without its extension. */
export type FontName = string;

export const FACE_FONTS: Readonly<Record<Face, FontName>> = {
  sans: 'SourceSans3-Regular',
  'sans-strong': 'SourceSans3-SemiBold',
  'sans-italic': 'SourceSans3-Italic',
  mono: 'SourceCodePro-Regular',
  'mono-strong': 'SourceCodePro-SemiBold',
  'mono-italic': 'SourceCodePro-Italic',
};

export const EMOJI_FONT = 'NotoEmoji-Regular';

// Mathematics comes last: its font claims Arabic letters too, and has them unjoined.
const AFTER_BOTH = [
  'NotoSansSymbols2-Regular',
  'NotoSansArabic-Regular',
  'NotoSansHebrew-Regular',
  'NotoSansThai-Regular',
  'WenQuanYiMicroHei-Regular',
  EMOJI_FONT,
  'NotoSansMath-Regular',
];

/** Where to look for what a face lacks, in this order. */
export const FALLBACK_FONTS: Readonly<Record<'sans' | 'mono', readonly FontName[]>> = {
  sans: ['NotoSans-Regular', 'NotoSansMono-Regular', ...AFTER_BOTH],
  mono: ['NotoSansMono-Regular', 'NotoSans-Regular', ...AFTER_BOTH],
};

let folder: URL | undefined;

/** The folder `fonts/` of the package: some levels above this file, as source or bundled. */
function fontsFolder(): URL {
  if (folder !== undefined) return folder;
  for (let up = new URL('./', import.meta.url), level = 0; level < 8; level++, up = new URL('../', up)) {
    const candidate = new URL('fonts/', up);
    if (existsSync(new URL('coverage.json', candidate))) {
      folder = candidate;
      return candidate;
    }
  }
  throw new Error('The folder "fonts" of the package is missing.');
}

export function readFont(name: FontName): Uint8Array {
  return readFileSync(new URL(`${name}.ttf`, fontsFolder()));
}

function readTable(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, fontsFolder()), 'utf8'));
}

type Range = readonly [first: number, last: number];

let coverage: Readonly<Record<FontName, readonly Range[]>> | undefined;

/** Whether a fallback font has a character. */
export function covers(name: FontName, codePoint: number): boolean {
  coverage ??= Object.fromEntries(
    Object.entries(readTable('coverage.json') as Record<string, string>).map(([font, text]) => [
      font,
      parseRanges(text),
    ]),
  );
  const ranges = coverage[name] ?? [];
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return false;
    if (codePoint < range[0]) high = middle - 1;
    else if (codePoint > range[1]) low = middle + 1;
    else return true;
  }
  return false;
}

/** Ranges as `gap+length` in base 36, each from the end of the one before. */
function parseRanges(text: string): readonly Range[] {
  let end = 0;
  return text.split(' ').map((part): Range => {
    const [gap = '0', length = '0'] = part.split('+');
    const first = end + parseInt(gap, 36);
    end = first + parseInt(length, 36);
    return [first, end];
  });
}

let kerning: Readonly<Record<FontName, Readonly<Record<string, string>>>> | undefined;

/** The kerned pairs of a font, in thousandths of the size: the key is both characters. */
export function kernedPairs(name: FontName): ReadonlyMap<string, number> | null {
  kerning ??= readTable('kerning.json') as Record<string, Record<string, string>>;
  const table = kerning[name];
  if (table === undefined) return null;
  const pairs = new Map<string, number>();
  for (const [first, line] of Object.entries(table)) {
    for (const pair of line.split(' ')) pairs.set(first + pair.charAt(0), Number(pair.slice(1)));
  }
  return pairs;
}
