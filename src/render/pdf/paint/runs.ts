/**
 * A text into runs of one font: the face itself where it has the characters, else the first fallback font that has the whole
 * grapheme cluster. What no font has is written out as `U+XXXX`: a missing glyph is never drawn.
 */
import { hasRightToLeft } from '../bidi.js';
import { EMOJI_FONT, type FontName } from './font-files.js';

/** A stretch of text in one font. */
export interface Run {
  readonly font: FontName;
  /** What is drawn. */
  readonly text: string;
  /** Needs shaping: joined letters, marks, sequences. Otherwise a glyph a character. */
  readonly shaped: boolean;
  /** What is copied, where it is not what is drawn. */
  readonly actual?: string;
}

/** The fonts of a face. */
export interface RunFonts {
  readonly own: FontName;
  /** Where to look for what it lacks, in this order. */
  readonly fallbacks: readonly FontName[];
  readonly has: (name: FontName, codePoint: number) => boolean;
}

/** Scripts whose letters change with their neighbours, marks that combine, and what makes sequences of emoji. */
const COMPLEX =
  /\p{M}|[\u0590-\u0dff]|[\u0e00-\u0eff]|[\u1000-\u109f]|[\u1780-\u17ff]|\u200c|\u200d|[\ufb1d-\ufdff]|[\ufe70-\ufefc]|\p{Regional_Indicator}|\p{Emoji_Modifier}/u;
const EMOJI = /\p{Emoji_Presentation}|\ufe0f|\u20e3/u;
/** Say how others are drawn, and need no glyph of their own. */
const JOINERS = new Set([0x200c, 0x200d, 0xfe0e, 0xfe0f]);
const ZERO_WIDTH_JOINERS = new Set(['\u200c', '\u200d']);
const PICTURE = /\p{Extended_Pictographic}/u;
/** Not seen anywhere, and so written out. */
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\p{Co}\p{Cn}]$/u;

let graphemes: Intl.Segmenter | undefined;

/** Two columns of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** Whether a character takes two columns where others take one. */
export function isWide(codePoint: number): boolean {
  return WIDE.test(String.fromCodePoint(codePoint));
}

/** The grapheme clusters of a text. */
export function clustersOf(text: string): readonly string[] {
  graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(text), (each) => each.segment);
}

/** Whether a text has characters that must not be looked at one by one. */
export function isComplex(text: string): boolean {
  return COMPLEX.test(text);
}

/** The runs of a text, in logical order. */
export function runsOf(text: string, fonts: RunFonts): readonly Run[] {
  const runs: Run[] = [];
  const clusters = isComplex(text) ? clustersOf(text) : Array.from(text);
  for (const cluster of clusters) for (const run of clusterRuns(cluster, fonts)) add(runs, run, fonts);
  return runs;
}

function clusterRuns(cluster: string, fonts: RunFonts): readonly Run[] {
  const { own, fallbacks, has } = fonts;
  const points = Array.from(cluster, (character) => character.codePointAt(0) ?? 0);
  const needed = points.length > 1 ? points.filter((point) => !JOINERS.has(point)) : points;
  if (points.length === 1 && INVISIBLE.test(cluster) && cluster !== '\u00ad') return [writtenOut(cluster, own)];
  const joined = Array.from(cluster)
    .filter((character) => !ZERO_WIDTH_JOINERS.has(character))
    .join('');
  if (joined.length < cluster.length && points.length > 1 && !COMPLEX.test(joined) && !PICTURE.test(joined)) {
    // Between letters that do not join, it only hides.
    return Array.from(cluster).flatMap((character) => clusterRuns(character, fonts));
  }
  const emoji = EMOJI.test(cluster) && needed.every((point) => has(EMOJI_FONT, point));
  const shaped = COMPLEX.test(cluster);
  // Readers put what runs from right to left in order by themselves, and would turn round what is said beside.
  const actual = shaped && !hasRightToLeft(cluster) ? { actual: cluster } : {};
  if (emoji) return [{ font: EMOJI_FONT, text: cluster, shaped, ...actual }];
  const font =
    needed.length === 0 ? fallbacks[0] : [own, ...fallbacks].find((name) => needed.every((point) => has(name, point)));
  if (font !== undefined) return [{ font, text: cluster, shaped, ...actual }];
  if (points.length === 1) return [writtenOut(cluster, own)];
  return Array.from(cluster).flatMap((character) => clusterRuns(character, fonts));
}

/** A character that cannot be shown as itself. What is copied is the character, if it is one. */
function writtenOut(character: string, font: FontName): Run {
  const point = character.codePointAt(0) ?? 0;
  const text = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  const loneSurrogate = point >= 0xd800 && point <= 0xdfff;
  return { font, text, shaped: false, ...(loneSurrogate || point < 32 ? {} : { actual: character }) };
}

/** Adds a run, joined to the last one where both are drawn alike. Words from right to left take the space between them in. */
function add(runs: Run[], run: Run, { has }: RunFonts): void {
  const last = runs.at(-1);
  if (last === undefined) runs.push(run);
  else if (
    last.font === run.font &&
    last.shaped === run.shaped &&
    (last.actual === undefined) === (run.actual === undefined)
  ) {
    const actual = last.actual === undefined || run.actual === undefined ? {} : { actual: last.actual + run.actual };
    runs[runs.length - 1] = { ...last, text: last.text + run.text, ...actual };
  } else if (run.text === ' ' && last.shaped && hasRightToLeft(last.text) && has(last.font, 32)) {
    const actual = last.actual === undefined ? {} : { actual: `${last.actual} ` };
    runs[runs.length - 1] = { ...last, text: `${last.text} `, ...actual };
  } else runs.push(run);
}
