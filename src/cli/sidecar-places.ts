/** Journals and folders → where sidecars are looked for. Paths have `/` between, on every system. */
import * as path from 'node:path';
import type { SidecarFile } from '../report/sidecar/read-sidecar.js';
import { SIDECAR_NAMES } from './sidecar-name.js';
import { slashes } from './slashes.js';

/** A folder, and what a sidecar in it may be called. */
export interface SidecarPlace {
  /** As the names of the journals in it begin; empty for the folder that the command runs in. */
  readonly folder: string;
  readonly files: readonly string[];
}

/** The folders of all journals, and those that were named, each once and in order. */
export function sidecarPlaces(
  journals: readonly string[],
  folders: readonly string[],
  paths: Pick<typeof path, 'dirname'> = path,
): readonly SidecarPlace[] {
  const all = new Set([...folders, ...journals.filter((file) => file !== '-').map((file) => paths.dirname(file))]);
  return [...all].sort().map((at) => {
    const folder = at === '.' ? '' : at;
    // The root ends with its slash already: `/`, `C:/`.
    const before = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
    return { folder, files: SIDECAR_NAMES.map((name) => `${before}${name}`) };
  });
}

/** The same sidecar with the journals that it names as reports name them. */
export function withSlashes(written: SidecarFile, platform: NodeJS.Platform = process.platform): SidecarFile {
  if (written.experiments === undefined) return written;
  const experiments = written.experiments.map((entry) =>
    entry.file === undefined ? entry : { ...entry, file: slashes(entry.file, platform) },
  );
  return { ...written, experiments };
}
