/** The name of a person's own file (JSON or YAML) → what it says, held to its schema. */
import { readFile } from 'node:fs/promises';
import { readSettings, type Settings } from '../settings/read-settings.js';
import { systemError } from './system-error.js';

/**
 * Reads and checks the file.
 *
 * @throws ReportError where it cannot be read, ReportErrors with all that is wrong in it.
 */
export async function readSettingsFile<T>(file: string, schema: object): Promise<Settings<T>> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw systemError(error, file);
  });
  return readSettings<T>(bytes, file, schema);
}
