import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { readFontFile, type FontFile } from '../../../../src/theme/font-file.js';
import { createRequire } from 'node:module';
import {
  covers,
  FACE_FONTS,
  FALLBACK_FONTS,
  kernedPairs,
  readFont,
} from '../../../../src/render/pdf/paint/font-files.js';
import { createFontBook, type FontBook } from '../../../../src/render/pdf/paint/font-book.js';
import { clustersOf, runsOf, type RunFonts } from '../../../../src/render/pdf/paint/runs.js';

interface Font {
  readonly characterSet: readonly number[];
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(point: number): boolean;
  layout(text: string): { readonly advanceWidth: number };
}
const fontkit = createRequire(import.meta.url)('fontkit') as { create(bytes: Uint8Array): Font };
const open = (name: string): Font => fontkit.create(readFont(name));

const latin = open(FACE_FONTS.sans);
const look = createFontBook({ faces: {}, more: [] });
function fontsFor(book: FontBook, face: 'sans' | 'mono'): RunFonts {
  const opened = new Map<string, Font>();
  return {
    own: book.fontOf(face),
    fallbacks: book.fallbacks(face),
    has: (name, point) => {
      const known = book.knows(name, point);
      if (known !== null) return known;
      const font = opened.get(name) ?? fontkit.create(book.read(name));
      opened.set(name, font);
      return font.hasGlyphForCodePoint(point);
    },
  };
}
const inSans = fontsFor(look, 'sans');
const inMono = fontsFor(look, 'mono');
const fontsOf = (text: string): readonly string[] =>
  runsOf(text, inSans).map((run) => run.font.replace('-Regular', ''));

describe('the index of the fonts', () => {
  it.each(FALLBACK_FONTS.sans)('knows exactly what %s has', (name) => {
    const own = new Set(open(name).characterSet.filter((point) => point >= 32));
    for (let point = 32; point < 0x20000; point++)
      if (covers(name, point) !== own.has(point)) throw new Error(`U+${point.toString(16)}`);
    expect(own.size).toBeGreaterThan(50);
  });

  it('knows the kerning of the proportional faces', () => {
    const pairs = kernedPairs(FACE_FONTS.sans);
    for (const pair of ['To', 'P.', 'LT', 'y,']) {
      const [first = '', second = ''] = pair;
      const kern =
        latin.layout(pair).advanceWidth - latin.layout(first).advanceWidth - latin.layout(second).advanceWidth;
      expect(Math.abs((pairs?.get(pair) ?? 0) - kern)).toBeLessThanOrEqual(2);
    }
    expect(pairs?.get('To')).toBeLessThan(0);
    // What nobody sees is not written.
    for (const kern of pairs?.values() ?? []) expect(Math.abs(kern)).toBeGreaterThanOrEqual(30);
    expect(kernedPairs(FACE_FONTS.mono)).toBeNull();
  });

  it('has a licence for every font', () => {
    const folder = new URL('../../../../fonts/', import.meta.url);
    const licences = readdirSync(new URL('licences/', folder)).map((file) => file.replace('.txt', ''));
    const families = new Set(
      readdirSync(folder).flatMap((file) => (file.endsWith('.ttf') ? [file.replace(/-.*$/, '')] : [])),
    );
    expect([...families].sort()).toEqual([...licences].sort());
  });
});

describe('fonts of the user', () => {
  const own = (name: string): FontFile => readFontFile(readFont(name), `${name}.ttf`);
  const thai = own('NotoSansThai-Regular');

  it('are taken for a face, and what they lack from that of the look', () => {
    const book = createFontBook({ faces: { sans: thai }, more: [] });
    expect(book.fallbacks('sans')).toEqual([FACE_FONTS.sans, ...FALLBACK_FONTS.sans]);
    expect(runsOf('สวัสดี結', fontsFor(book, 'sans')).map(({ font, text }) => [font, text])).toEqual([
      [`own-${thai.sha256}`, 'สวัสดี'],
      ['WenQuanYiMicroHei-Regular', '結'],
    ]);
  });

  it('are taken for what the bundled fonts lack, and for nothing else', () => {
    const book = createFontBook({ faces: {}, more: [thai] });
    expect(book.fallbacks('sans')).toEqual([...FALLBACK_FONTS.sans, `own-${thai.sha256}`]);
    expect(runsOf('สวัสดี', fontsFor(book, 'sans')).map(({ font }) => font)).toEqual(['NotoSansThai-Regular']);
  });
});

describe('runsOf', () => {
  it.each([
    ['plain', ['SourceSans3']],
    ['Ελληνικά', ['SourceSans3']],
    ['结账', ['WenQuanYiMicroHei']],
    ['한국어', ['WenQuanYiMicroHei']],
    ['日本語テスト', ['WenQuanYiMicroHei']],
    ['العربية', ['NotoSansArabic']],
    ['שלום', ['NotoSansHebrew']],
    ['สวัสดี', ['NotoSansThai']],
    ['नमस्ते', ['NotoSans']],
    ['👩🏽‍💻', ['NotoEmoji']],
    ['🔥', ['NotoEmoji']],
    ['𝔸', ['NotoSansMath']],
    ['│', ['NotoSansMono']],
  ])('takes %s from the right font', (text, fonts) => {
    expect(fontsOf(text)).toEqual(fonts);
  });

  it('keeps a cluster in one run: marks, sequences, flags', () => {
    for (const cluster of ['e\u0301', '👩🏽‍💻', '🇫🇷', '1️⃣', 'कि']) {
      expect(clustersOf(cluster)).toEqual([cluster]);
      expect(runsOf(`a ${cluster} b`, inSans).filter((run) => run.text.includes(cluster))).toHaveLength(1);
    }
  });

  it('writes out what no font has, and what nobody sees', () => {
    expect(runsOf('\ue000', inSans)).toEqual([
      { font: FACE_FONTS.sans, text: 'U+E000', shaped: false, actual: '\ue000' },
    ]);
    expect(runsOf('\u{1b170}', inSans)[0]?.text).toBe('U+1B170');
    expect(runsOf('\u200b', inSans)[0]?.text).toBe('U+200B');
    expect(runsOf('\ud800', inSans)[0]).toEqual({ font: FACE_FONTS.sans, text: 'U+D800', shaped: false });
  });

  it('shows a joiner that joins nothing', () => {
    expect(runsOf('h\u200dj', inSans).map((run) => run.text)).toEqual(['h', 'U+200D', 'j']);
    expect(runsOf('👩\u200d💻', inSans)).toHaveLength(1);
  });

  it('keeps every character of a text', () => {
    const text = 'a 结账 العربية b e\u0301 👩🏽‍💻 नमस्ते \ue000 x';
    const copied = runsOf(text, inMono)
      .map((run) => run.actual ?? run.text)
      .join('');
    expect(copied).toBe(text);
  });
});
