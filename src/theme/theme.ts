/** What a theme file says, over a bundled theme → a theme: every number and colour that a renderer takes from it. */
import type { Ink } from '../chart/marks.js';
import { lightened, sixDigits } from './contrast.js';
import { GREY_PALETTES, PALETTES, type Palette, type Palettes } from './palettes.js';

/** Lengths from the edges of the paper to the text: points in a theme, millimetres in its file. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Papers that a PDF can be on: width and height in points. */
export const PAPERS = { A4: [595.28, 841.89], Letter: [612, 792] } as const;
export type Paper = keyof typeof PAPERS;

/** Names of the files of a family. What is left out is the look's. */
export interface Faces {
  readonly regular?: string;
  readonly semibold?: string;
  readonly italic?: string;
}

/** A theme, as renderers take it. */
export interface Theme {
  readonly palettes: Palettes;
  /** What all sizes are multiplied by: 1 is a text of 10 points on paper, and of the reader's own size on a screen. */
  readonly scale: number;
  /** What the room between blocks is multiplied by. */
  readonly spacing: number;
  /** Null where the theme does not say. */
  readonly paper: Paper | null;
  readonly margins: Margins;
  readonly fonts: { readonly text: Faces; readonly code: Faces };
}

/** What `theme.schema.json` describes. */
export interface ThemeFile {
  readonly extends?: BundledTheme;
  readonly colours?: Partial<Palette>;
  readonly dark?: Partial<Palette>;
  readonly fonts?: { readonly text?: Faces; readonly code?: Faces };
  readonly sizes?: { readonly text?: number };
  readonly spacing?: number;
  readonly page?: { readonly size?: Paper; readonly margins?: Partial<Margins> };
}

/** Points of the text of the look. */
const TEXT_SIZE = 10;

/** The look. */
export const LOOK: Theme = {
  palettes: PALETTES,
  scale: 1,
  spacing: 1,
  paper: null,
  margins: { top: 70, right: 51, bottom: 60, left: 51 },
  fonts: { text: {}, code: {} },
};

/** The themes that come with the package, by name. */
export const BUNDLED_THEMES = {
  look: LOOK,
  'black-and-white': { ...LOOK, palettes: GREY_PALETTES },
} as const satisfies Readonly<Record<string, Theme>>;
export type BundledTheme = keyof typeof BUNDLED_THEMES;

/** Whether this is the name of a theme that comes with the package, and no file. */
export function isBundledTheme(name: string): name is BundledTheme {
  return Object.hasOwn(BUNDLED_THEMES, name);
}

/** The theme of a file. Colours are for paper and light screens alike, but those under `dark`. */
export function themeOf(file: ThemeFile): Theme {
  const base: Theme = BUNDLED_THEMES[file.extends ?? 'look'];
  const colours = normal(file.colours ?? {});
  const dark: Palette = {
    ...base.palettes.dark,
    ...(colours.accent === undefined ? {} : { accent: onDark(colours.accent, base.palettes.dark) }),
    ...normal(file.dark ?? {}),
  };
  return {
    palettes: {
      print: { ...base.palettes.print, ...colours },
      light: { ...base.palettes.light, ...colours },
      dark,
    },
    scale: file.sizes?.text === undefined ? base.scale : file.sizes.text / TEXT_SIZE,
    spacing: file.spacing ?? base.spacing,
    paper: file.page?.size ?? base.paper,
    margins: { ...base.margins, ...inPoints(file.page?.margins ?? {}) },
    fonts: { text: file.fonts?.text ?? {}, code: file.fonts?.code ?? {} },
  };
}

/** The width that text has on a paper, in points of the look: everything is laid out in those, and scaled as a whole. */
export function textWidth({ scale, margins }: Theme, paper: Paper): number {
  return (PAPERS[paper][0] - margins.left - margins.right) / scale;
}

/** A theme with another accent. */
export function withAccent(theme: Theme, colour: string): Theme {
  const accent = sixDigits(colour);
  const { print, light, dark } = theme.palettes;
  return {
    ...theme,
    palettes: {
      print: { ...print, accent },
      light: { ...light, accent },
      dark: { ...dark, accent: onDark(accent, dark) },
    },
  };
}

/** Shapes have to have 3 : 1 (WCAG 2.2, 1.4.11). */
function onDark(colour: string, { paper }: Palette): string {
  return lightened(colour, paper, 3);
}

function inPoints(millimetres: Partial<Margins>): Partial<Margins> {
  return Object.fromEntries(Object.entries(millimetres).map(([side, length]) => [side, (length * 72) / 25.4]));
}

function normal(colours: Partial<Palette>): Partial<Record<Ink, string>> {
  return Object.fromEntries(Object.entries(colours).map(([ink, colour]) => [ink, sixDigits(colour)]));
}
