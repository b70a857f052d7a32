/** `--font`s and the fonts of a theme → their files, read and looked at. */
import { readFile } from 'node:fs/promises';
import type { ThemeFonts } from '../render/types.js';
import { readFontFile, type FontFile } from '../theme/font-file.js';
import type { Faces, Theme } from '../theme/theme.js';
import { systemError } from './system-error.js';

/** Reads fonts in order. Throws a ReportError where one cannot be read, or embedded. */
export async function readFonts(files: readonly string[]): Promise<readonly FontFile[]> {
  const fonts: FontFile[] = [];
  for (const file of files) fonts.push(await readFont(file));
  return fonts;
}

/** Reads the fonts that a theme names. */
export async function readThemeFonts({ fonts: { text, code } }: Theme): Promise<ThemeFonts> {
  return { ...(await facesOf(text, 'sans')), ...(await facesOf(code, 'mono')) };
}

async function facesOf({ regular, semibold, italic }: Faces, family: 'sans' | 'mono'): Promise<ThemeFonts> {
  return {
    ...(regular === undefined ? {} : { [family]: await readFont(regular) }),
    ...(semibold === undefined ? {} : { [`${family}-strong`]: await readFont(semibold) }),
    ...(italic === undefined ? {} : { [`${family}-italic`]: await readFont(italic) }),
  };
}

async function readFont(file: string): Promise<FontFile> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw systemError(error, file);
  });
  return readFontFile(bytes, file);
}
