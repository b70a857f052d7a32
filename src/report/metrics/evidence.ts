/**
 * A journal and a folder of files → the files that its activities name, and what is in them. A file is found by the end of a
 * path that stands in an activity's arguments, among the paths that the folder is known to have: nothing else is looked up.
 */
import { createHash } from 'node:crypto';
import { isArray, isObject, type JsonObject, type JsonValue } from '../../json.js';
import { activityResult } from '../activity.js';
import { listOf, objectOf } from '../read-parts.js';
import { milliseconds } from '../time.js';
import type { ActivityResult, Phase, Variable } from '../types.js';
import { substitute } from '../variables.js';
import type { FoundFile } from './collect-metrics.js';
import { NOTHING, type Found } from './raw.js';
import { readText } from './read-text.js';

/** A folder of files that activities may have written. */
export interface EvidenceFolder {
  /** Every file in it by its path inside the folder, with `/` between, and its size in bytes. */
  readonly sizes: ReadonlyMap<string, number>;
  /** The bytes of one of them; null where it is too large. */
  read(path: string): Uint8Array | null;
}

/** Clocks of two programs on one machine, and what a program does before and after its test. */
const SLACK = 5000;

/** Reads the files that the entries of a masked journal name, each for the first entry that names it. */
export function readEvidence(
  root: JsonObject,
  folder: EvidenceFolder,
  variables: readonly Variable[],
): readonly FoundFile[] {
  const find = finderIn(folder);
  const taken = new Set<string>();
  const files: FoundFile[] = [];
  for (const { entry, phase, index } of entriesIn(root)) {
    for (const mention of mentionsIn(entry.provider?.settings ?? {}, variables)) {
      const path = find(mention);
      if (path === null || taken.has(path)) continue;
      taken.add(path);
      files.push(readFile(path, folder, entry, phase, index));
    }
  }
  return files;
}

interface EntryAt {
  readonly entry: ActivityResult;
  readonly phase: Phase;
  readonly index: number;
}

function entriesIn(root: JsonObject): EntryAt[] {
  const states = objectOf(root.steady_states);
  const lists: readonly (readonly [Phase, JsonValue | undefined])[] = [
    ['before', objectOf(states?.before)?.probes],
    ['method', root.run],
    ['after', objectOf(states?.after)?.probes],
    ['rollback', root.rollbacks],
  ];
  return lists.flatMap(([phase, list]) =>
    listOf(list).map((value, index) => ({ entry: activityResult(value, '', phase, () => null), phase, index })),
  );
}

/** What stands between the words of a command line, and what surrounds a path in one. */
const SEPARATORS = /[\s"'`=,;|<>()]+/;

/** A dot in the last name of a path, with something before it that is no dot, and something after it. */
function hasExtension(path: string): boolean {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const beginning = name.search(/[^.]/);
  return beginning >= 0 && name.length > 1 && name.lastIndexOf('.', name.length - 2) > beginning;
}

/** Every word of the arguments that could be the path of a file with an extension. */
function mentionsIn(settings: JsonObject, variables: readonly Variable[]): Set<string> {
  const mentions = new Set<string>();
  const gather = (value: JsonValue): void => {
    if (typeof value === 'string') {
      for (const word of value.split(SEPARATORS)) if (hasExtension(word)) mentions.add(word);
    } else if (isArray(value)) value.forEach(gather);
    else if (isObject(value)) Object.values(value).forEach(gather);
  };
  const given = settings.arguments ?? null;
  gather(given);
  gather(substitute(given, variables) ?? null);
  return mentions;
}

/** Finds a file by the longest end of a path that it has; by its bare name where only one file has that. */
function finderIn({ sizes }: EvidenceFolder): (mention: string) => string | null {
  const byName = new Map<string, string | null>();
  for (const path of sizes.keys()) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    byName.set(name, byName.has(name) ? null : path);
  }
  return (mention) => {
    const parts = mention.split(/[/\\]+/).filter((part) => part !== '' && part !== '.');
    const own = parts.slice(parts.lastIndexOf('..') + 1);
    for (let from = 0; from < own.length; from++) {
      const end = own.slice(from).join('/');
      if (sizes.has(end)) return end;
    }
    return byName.get(own.at(-1) ?? '') ?? null;
  };
}

function readFile(path: string, folder: EvidenceFolder, entry: ActivityResult, phase: Phase, index: number): FoundFile {
  const size = folder.sizes.get(path) ?? 0;
  const bytes = folder.read(path);
  if (!bytes) return { path, phase, index, size, sha256: '', state: 'too-large', timed: false, found: NOTHING };
  const file = { path, phase, index, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  const found = readText(new TextDecoder().decode(bytes), null);
  if (!found) return { ...file, state: 'unknown-format', timed: false, found: NOTHING };
  const during = isDuring(found, entry);
  // Prometheus is asked about any time; a load test is of this run, or of another one.
  const foreign = during === false && found.groups.every(({ source }) => source !== 'prometheus');
  return { ...file, state: foreign ? 'other-run' : 'read', timed: during === true, found: foreign ? NOTHING : found };
}

/** Whether the times in a file meet those of the activity; null where one of them has none. */
function isDuring({ groups, loadTests }: Found, { start, end }: ActivityResult): boolean | null {
  if (!start?.instant) return null;
  let first = Infinity;
  let last = -Infinity;
  const see = (time: number): void => {
    first = Math.min(first, time);
    last = Math.max(last, time);
  };
  for (const { times } of groups.flatMap(({ series }) => series)) {
    if (times.length > 0) {
      see(times[0] ?? 0);
      see(times.at(-1) ?? 0);
    }
  }
  for (const test of loadTests) for (const at of [test.start, test.end]) if (at !== null) see(milliseconds(at));
  if (first === Infinity) return null;
  const until = end?.instant ? milliseconds(end.instant) : Infinity;
  return last >= milliseconds(start.instant) - SLACK && first <= until + SLACK;
}
