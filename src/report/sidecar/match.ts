/** Sidecars and an experiment → what they say of it. */
import type { Sidecar, SidecarEntry } from './read-sidecar.js';
import type { About, ExperimentSidecar } from './types.js';

/** What tells an experiment: the name of its journal, as the report shows it where that is all that is known, and its title. */
export interface Matched {
  readonly file: string;
  readonly title: string;
}

/** A name as the report shows it: with its secrets masked, or not. */
export type Shown = (name: string) => string;

/** The sidecars that are about a journal. */
function about(sidecars: readonly Sidecar[], { file }: Matched, shown: Shown): Sidecar[] {
  const isIn = (folder: string): boolean => file.startsWith(folder.replace(/\/?$/, '/'));
  return sidecars.filter(({ folder }) => folder === null || folder === '' || isIn(folder) || isIn(shown(folder)));
}

/** Whether an entry is of this experiment. Its `file` is a name, or the end of a path. */
function isOf({ title, journal }: SidecarEntry, { file, title: own }: Matched, shown: Shown): boolean {
  if (title !== null && title !== own) return false;
  const isNamed = (name: string): boolean => file === name || file.endsWith(`/${name.replace(/^\.\//, '')}`);
  return journal === null || isNamed(journal) || isNamed(shown(journal));
}

/**
 * What sidecars say of an experiment: the most particular word counts, so an entry before its file, and a folder's file
 * before a file about all. Null where none says anything of it.
 */
export function sidecarOf(sidecars: readonly Sidecar[], matched: Matched, shown: Shown): ExperimentSidecar | null {
  const files = about(sidecars, matched, shown).sort((a, b) => (b.folder ?? '').length - (a.folder ?? '').length);
  const entries = files.flatMap((file) => file.entries.filter((entry) => isOf(entry, matched, shown)));
  const words: readonly About[] = [...entries, ...files];
  const first = <Key extends keyof About>(key: Key): About[Key] | null =>
    words.find((one) => one[key] !== null)?.[key] ?? null;
  const found: ExperimentSidecar = {
    system: first('system'),
    environment: first('environment'),
    owner: first('owner'),
    ticket: first('ticket'),
    recoveryObjective: first('recoveryObjective'),
    notes: entries.flatMap(({ notes }) => notes ?? []).join('\n\n') || null,
    followUps: entries.flatMap(({ followUps }) => followUps),
  };
  const isEmpty =
    found.followUps.length === 0 && Object.values(found).every((value) => value === null || value === found.followUps);
  return isEmpty ? null : found;
}

/** An entry of an experiment that is in no journal. */
export interface Stranger {
  /** The sidecar. */
  readonly file: string;
  /** The title or journal that it names. */
  readonly entry: string;
}

/** The entries that are of none of the experiments. */
export function strangersOf(sidecars: readonly Sidecar[], experiments: readonly Matched[], shown: Shown): Stranger[] {
  return sidecars.flatMap((sidecar) =>
    sidecar.entries
      .filter((entry) => !experiments.some((one) => about([sidecar], one, shown).length > 0 && isOf(entry, one, shown)))
      .map(({ title, journal }) => ({ file: sidecar.file, entry: title ?? journal ?? '' })),
  );
}
