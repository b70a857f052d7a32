/** `--templates DIR` → the files in it that replace ours, by their names. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReportError } from '../errors.js';
import { TEMPLATE_FILES } from '../render/html/template-names.js';
import type { TemplateFile } from '../render/types.js';
import { suggestion } from '../suggest.js';
import { systemError } from './system-error.js';

/**
 * Reads the templates and the style sheet that stand in a folder. Other files in it are left alone, but not templates of
 * names that there are not: those would change nothing, and nobody would say so.
 *
 * @throws ReportError where the folder cannot be read, or has such a file.
 */
export async function readTemplates(folder: string): Promise<ReadonlyMap<string, TemplateFile>> {
  const templates = new Map<string, TemplateFile>();
  try {
    for (const name of (await readdir(folder)).sort()) {
      const file = join(folder, name);
      if (TEMPLATE_FILES.includes(name)) templates.set(name, { file, text: await readFile(file, 'utf8') });
      else if (/\.(?:hbs|css)$/i.test(name)) {
        const meant = suggestion(name, TEMPLATE_FILES);
        throw new ReportError('template', 'There is no template of this name.', {
          place: { file },
          hint: `${meant ? `Did you mean ${meant}? ` : ''}They are ${TEMPLATE_FILES.join(', ')}.`,
        });
      }
    }
  } catch (error) {
    throw error instanceof ReportError ? error : systemError(error, folder);
  }
  return templates;
}
