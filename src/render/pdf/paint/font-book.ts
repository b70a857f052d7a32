/** The fonts of one file: which font a face is set in, where to look for what it lacks, and who has which character. */
import type { FontFile } from '../../../theme/font-file.js';
import type { Face } from '../measure.js';
import { covers, FACE_FONTS, FALLBACK_FONTS, kernedPairs, readFont, type FontName } from './font-files.js';

/** Fonts of the user's own. */
export interface OwnFonts {
  /** Instead of the face of the look. */
  readonly faces: Readonly<Partial<Record<Face, FontFile>>>;
  /** For what the bundled fonts lack, in this order. */
  readonly more: readonly FontFile[];
}

export interface FontBook {
  fontOf(face: Face): FontName;
  /** The fonts to look in after the face's own. */
  fallbacks(face: Face): readonly FontName[];
  read(name: FontName): Uint8Array;
  /** The file of a font of the user's own; null for a bundled one. */
  fileOf(name: FontName): string | null;
  kerning(name: FontName): ReadonlyMap<string, number> | null;
  /** Whether a font has a character; null where only the open font knows. */
  knows(name: FontName, codePoint: number): boolean | null;
}

/** The bundled fonts with those of the user. Each of these is named by its bytes: the same font twice is one. */
export function createFontBook({ faces, more }: OwnFonts): FontBook {
  const own = new Map<FontName, FontFile>();
  const add = (font: FontFile): FontName => {
    const name = `own-${font.sha256}`;
    own.set(name, font);
    return name;
  };
  const faceNames = new Map<Face, FontName>();
  for (const [face, font] of Object.entries(faces) as [Face, FontFile][]) faceNames.set(face, add(font));
  const after = more.map(add);
  const chains = new Map<Face, readonly FontName[]>();
  return {
    fontOf: (face) => faceNames.get(face) ?? FACE_FONTS[face],
    fallbacks: (face) => {
      let chain = chains.get(face);
      if (chain === undefined) {
        // A face of the user's own may lack what the look's has: most of all, the signs of the report.
        const ofLook = faceNames.has(face) ? [FACE_FONTS[face]] : [];
        chain = [...ofLook, ...FALLBACK_FONTS[face.startsWith('mono') ? 'mono' : 'sans'], ...after];
        chains.set(face, chain);
      }
      return chain;
    },
    read: (name) => own.get(name)?.bytes ?? readFont(name),
    fileOf: (name) => own.get(name)?.file ?? null,
    kerning: (name) => (own.has(name) ? null : kernedPairs(name)),
    knows: (name, codePoint) => (own.has(name) || LOOK_FONTS.has(name) ? null : covers(name, codePoint)),
  };
}

/** They are not among those whose characters are known without opening them. */
const LOOK_FONTS: ReadonlySet<FontName> = new Set(Object.values(FACE_FONTS));
