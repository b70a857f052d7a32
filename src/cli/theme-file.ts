/** `--theme` and `--accent` → the theme, and what is hard to read in it. */
import { dirname, isAbsolute, join } from 'node:path';
import { ReportError, ReportErrors, type Place } from '../errors.js';
import { suggestion } from '../suggest.js';
import { hardToRead, TEXT_CONTRAST, type HardToRead } from '../theme/readable.js';
import {
  BUNDLED_THEMES,
  isBundledTheme,
  LOOK,
  textWidth,
  themeOf,
  withAccent,
  type Faces,
  type Paper,
  type Theme,
  type ThemeFile,
} from '../theme/theme.js';
import schema from '../theme/theme.schema.json' with { type: 'json' };
import { readSettingsFile } from './settings-file.js';

/** What the command line says of the theme. */
export interface ThemeRequest {
  /** A bundled theme, a file, or null for the look. */
  readonly theme: string | null;
  /** `#RRGGBB`; null for the theme's own. */
  readonly accent: string | null;
  /** The paper that goes before the theme's. */
  readonly page: Paper | null;
}

/** A theme, with what to warn of. */
export interface ReadTheme {
  readonly theme: Theme;
  readonly warnings: readonly { readonly place: Place; readonly message: string }[];
}

/** The narrowest text that the tables of the look can be set in, in its points. */
const NARROWEST = 380;

/**
 * Reads the theme.
 *
 * @throws ReportError where there is no such file; ReportErrors with all that is wrong in it.
 */
export async function readTheme({ theme: name, accent, page }: ThemeRequest): Promise<ReadTheme> {
  const accented = (theme: Theme): Theme => (accent === null ? theme : withAccent(theme, accent));
  if (name === null || isBundledTheme(name)) {
    return { theme: accented(name === null ? LOOK : BUNDLED_THEMES[name]), warnings: [] };
  }
  const { value: file, placeOf } = await readSettingsFile<ThemeFile>(name, schema).catch((error: unknown) => {
    throw error instanceof ReportError && error.code === 'not-found' ? noTheme(name) : error;
  });
  const { text, code } = file.fonts ?? {};
  const beside = (faces: Faces | undefined): Faces =>
    Object.fromEntries(
      Object.entries((faces ?? {}) as Readonly<Record<string, string>>).map(([face, path]) => [
        face,
        isAbsolute(path) ? path : join(dirname(name), path),
      ]),
    );
  const theme = accented(themeOf({ ...file, fonts: { text: beside(text), code: beside(code) } }));
  const width = textWidth(theme, page ?? theme.paper ?? 'A4');
  if (width < NARROWEST) {
    throw new ReportErrors([
      new ReportError(
        'settings',
        `This leaves ${Math.round(width)} points of the look for text, and ${NARROWEST} are the least.`,
        {
          place: placeOf('/page/margins', 'key'),
          hint: 'Make the margins or the text smaller.',
        },
      ),
    ]);
  }
  return {
    theme,
    warnings: hardToRead(theme).map((one) => ({
      place: placeOf(`/${one.surface === 'dark' ? 'dark' : 'colours'}/${one.ink}`),
      message: contrastWords(one),
    })),
  };
}

function contrastWords({ surface, ink, colour, against, contrast }: HardToRead): string {
  const where = surface === 'dark' ? 'on a dark screen' : 'on paper';
  const ratio = (Math.floor(contrast * 10) / 10).toFixed(1);
  return `"${ink}" is hard to read ${where}: ${colour} has a contrast of ${ratio} to "${against}", and text needs ${TEXT_CONTRAST}`;
}

function noTheme(name: string): ReportError {
  const names = Object.keys(BUNDLED_THEMES);
  const meant = suggestion(name, names);
  return new ReportError('not-found', 'There is no such theme, and no such file.', {
    place: { file: name },
    hint: `${meant === undefined ? '' : `Did you mean ${meant}? `}Bundled themes are ${names.join(' and ')}.`,
  });
}
