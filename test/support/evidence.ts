/** Files in memory, or of a folder of fixtures, as a folder of evidence. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { EvidenceFolder } from '../../src/report/metrics/evidence.js';
import { FIXTURES } from './fixtures.js';

export function evidenceOf(
  files: Readonly<Record<string, string | Uint8Array>>,
): EvidenceFolder & { read: (path: string) => Uint8Array | null } {
  const bytes = new Map(Object.entries(files).map(([path, file]) => [path, Buffer.from(file as string)]));
  return {
    sizes: new Map([...bytes].map(([path, file]) => [path, file.length])),
    read: (path) => bytes.get(path) ?? null,
  };
}

/** The files under `fixtures/evidence/NAME`. */
export function fixtureEvidence(name: string): EvidenceFolder {
  const home = `${FIXTURES}evidence/${name}/`;
  const paths = (readdirSync(home, { recursive: true }) as string[]).filter((path) => statSync(home + path).isFile());
  return evidenceOf(Object.fromEntries(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(home + path)])));
}
