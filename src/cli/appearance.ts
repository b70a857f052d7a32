/** What the command says of how outputs look → the settings of renderers, with the files that it names read. */
import type { RenderSettings } from '../render/types.js';
import { readFonts, readThemeFonts } from './font-files.js';
import { readLogo } from './logo-file.js';
import type { Command } from './command.js';
import { readTemplates } from './template-files.js';
import { readTheme, type ReadTheme } from './theme-file.js';

/** The settings of all outputs, and what to warn of. */
export interface Appearance extends Pick<ReadTheme, 'warnings'> {
  readonly settings: RenderSettings;
}

/**
 * Reads theme, logo, fonts and templates.
 *
 * @throws ReportError or ReportErrors, naming the file and what is wrong in it.
 */
export async function readAppearance({
  render,
  templates,
  theme: name,
  accent,
  logo,
  fonts,
  notation,
}: Command): Promise<Appearance> {
  const { theme, warnings } = await readTheme({ theme: name, accent, page: render.page });
  return {
    settings: {
      ...render,
      folder: false,
      taken: 0,
      notation,
      theme,
      themeFonts: await readThemeFonts(theme),
      fonts: await readFonts(fonts),
      logo: logo === null ? null : await readLogo(logo),
      templates: templates === null ? new Map() : await readTemplates(templates),
    },
    warnings,
  };
}
