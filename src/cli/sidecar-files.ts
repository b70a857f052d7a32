/** `--meta FILE`, or the `chaos-report.yaml` beside the journals → what people know besides them. */
import { readSidecar, type Sidecar, type SidecarFile } from '../report/sidecar/read-sidecar.js';
import schema from '../report/sidecar/sidecar.schema.json' with { type: 'json' };
import type { Input } from './find-inputs.js';
import { isFile } from './is-file.js';
import { readSettingsFile } from './settings-file.js';
import { sidecarPlaces, withSlashes, type SidecarPlace } from './sidecar-places.js';
import { slashes } from './slashes.js';

/**
 * Reads them. A file that is named is about all journals, and then none is looked for; one that is found is about the
 * journals in and below its folder.
 *
 * @param folders Folders that were named on the command line, with `/`.
 * @throws ReportError for a file that cannot be read, ReportErrors with all that is wrong in one.
 */
export async function loadSidecars(
  named: readonly string[],
  inputs: readonly Input[],
  folders: readonly string[],
): Promise<readonly Sidecar[]> {
  if (named.length > 0) return Promise.all(named.map((file) => load(file, null)));
  const places = sidecarPlaces(
    inputs.map(({ file }) => file),
    folders,
  );
  const found = await Promise.all(places.map(inFolder));
  return found.flat();
}

async function inFolder({ folder, files }: SidecarPlace): Promise<readonly Sidecar[]> {
  for (const file of files) {
    if (await isFile(file)) return [await load(file, folder)];
  }
  return [];
}

async function load(file: string, folder: string | null): Promise<Sidecar> {
  const { value } = await readSettingsFile<SidecarFile>(file, schema);
  return readSidecar(withSlashes(value), slashes(file), folder);
}
