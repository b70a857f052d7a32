/**
 * Writes what the PDF renderer knows of the fonts without opening them, after a font here was changed:
 * `coverage.json`, the characters that each fallback font has, as ranges (so that a font is opened only when a text needs
 * it), and `kerning.json`, the kerned pairs of the proportional faces (so that no positioning table is parsed at run time).
 *
 *     node fonts/build-index.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { create } from 'fontkit';

const KERNED = ['SourceSans3-Regular', 'SourceSans3-Italic', 'SourceSans3-SemiBold'];
const FALLBACK = [
  'NotoSans-Regular',
  'NotoSansMono-Regular',
  'NotoSansSymbols2-Regular',
  'NotoSansArabic-Regular',
  'NotoSansHebrew-Regular',
  'NotoSansThai-Regular',
  'NotoEmoji-Regular',
  'WenQuanYiMicroHei-Regular',
  'NotoSansMath-Regular',
];

const open = (name) => create(readFileSync(new URL(`${name}.ttf`, import.meta.url)));
const save = (name, value) => writeFileSync(new URL(name, import.meta.url), `${JSON.stringify(value)}\n`);

/** Ranges of code points as base-36 numbers: the gap since the last range, then how many follow the first. */
function ranges(codePoints) {
  const sorted = codePoints.filter((c) => c >= 32).sort((a, b) => a - b);
  const parts = [];
  let end = 0;
  for (let i = 0; i < sorted.length; ) {
    let j = i;
    while (j + 1 < sorted.length && sorted[j + 1] - sorted[j] <= 1) j++;
    parts.push(`${(sorted[i] - end).toString(36)}${j > i ? `+${(sorted[j] - sorted[i]).toString(36)}` : ''}`);
    end = sorted[j];
    i = j + 1;
  }
  return parts.join(' ');
}

/**
 * In thousandths of the size: three tenths of a point in a line of 10. Pairs that are moved by less look the same on paper and on
 * screens, and are most of all pairs: without them pages are shorter by a twentieth.
 */
const SEEN = 30;

function kerning(font) {
  const letters = [...'“”‘’–—…éèàüöäßç'];
  for (let c = 33; c < 127; c++) letters.push(String.fromCharCode(c));
  const features = { liga: false, clig: false, calt: false, ccmp: false, locl: false, rlig: false };
  const width = (text) => font.layout(text, features).advanceWidth;
  const alone = new Map(letters.map((c) => [c, width(c)]));
  const pairs = {};
  for (const first of letters) {
    const line = [];
    for (const second of letters) {
      const kern = Math.round(width(first + second) - alone.get(first) - alone.get(second));
      if (Math.abs(kern) >= SEEN) line.push(`${second}${kern}`);
    }
    if (line.length > 0) pairs[first] = line.join(' ');
  }
  return pairs;
}

save('coverage.json', Object.fromEntries(FALLBACK.map((name) => [name, ranges(open(name).characterSet)])));
save('kerning.json', Object.fromEntries(KERNED.map((name) => [name, kerning(open(name))])));
