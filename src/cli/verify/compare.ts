/** What a report recorded of its sources, and the files there are now → what became of each. */
import type { RecordedSource } from './manifest.js';
import { isNamed } from './recorded-name.js';

/** A file with what its bytes are now. */
export interface PresentFile {
  readonly file: string;
  readonly sha256: string;
}

/** A line of the answer. */
export type Finding =
  /** Its bytes are those that were read; `as` is the name it has now, where that is another one. */
  | { readonly state: 'matches'; readonly file: string; readonly as: string | null }
  /** A file of its name has other bytes. */
  | { readonly state: 'changed'; readonly file: string; readonly as: string | null }
  /** Neither its bytes nor its name are there. */
  | { readonly state: 'missing'; readonly file: string }
  /** There now, and not in the report. */
  | { readonly state: 'not in the report'; readonly file: string };

/** Files are known by their bytes first, whatever they are called, then by their names. */
export function compare(sources: readonly RecordedSource[], files: readonly PresentFile[]): readonly Finding[] {
  const bySha = new Map(files.map((file) => [file.sha256, file]));
  const recorded = new Set(sources.map(({ sha256 }) => sha256));
  const others = files.filter(({ sha256 }) => !recorded.has(sha256));
  const byPath = new Map(others.map((file) => [file.file, file]));
  const byName = new Map(others.map((file) => [nameOf(file.file), file]));
  const byMask = (file: string): PresentFile | undefined =>
    file.includes('‹secret') ? others.find((one) => isNamed(nameOf(file), nameOf(one.file))) : undefined;
  const taken = new Set<string>();
  const findings: Finding[] = [];
  for (const { file, sha256 } of sources) {
    const same = bySha.get(sha256);
    const changed = same ? undefined : (byPath.get(file) ?? byName.get(nameOf(file)) ?? byMask(file));
    const now = same ?? changed;
    if (now === undefined) {
      findings.push({ state: 'missing', file });
      continue;
    }
    taken.add(now.file);
    findings.push({ state: same ? 'matches' : 'changed', file, as: isNamed(file, now.file) ? null : now.file });
  }
  for (const { file } of others) {
    if (!taken.has(file)) findings.push({ state: 'not in the report', file });
  }
  return findings;
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
