/** What is odd about a journal's content, though it can be lived with: warnings for the appendix. */
import type { Warning } from '../errors.js';
import { pointer, type JsonObject } from '../json.js';
import { listOf, textOf } from './read-parts.js';
import { parseTime, secondsBetween } from './time.js';
import type { ActivityResult, Experiment } from './types.js';

const STATUSES = new Set(['completed', 'failed', 'aborted', 'interrupted']);
const OUTCOMES = new Set(['succeeded', 'failed', 'skipped', 'aborted']);

type Run = Pick<Experiment, 'status' | 'start' | 'end' | 'duration' | 'verdict' | 'run' | 'rollbacks' | 'hypothesis'>;

/** Warnings in the order of the journal; the same oddity in many places is one warning with the first place and a count. */
export function oddities(root: JsonObject, run: Run, file: string): Warning[] {
  const found = new Map<
    Warning['code'],
    { pointer: string; count: number; detail?: Record<string, string | number> }
  >();
  const note = (code: Warning['code'], at: string, detail?: Record<string, string | number>): void => {
    const known = found.get(code);
    if (known) known.count++;
    else found.set(code, { pointer: at, count: 1, ...(detail ? { detail } : {}) });
  };
  const checkTimes = (holder: JsonObject | undefined, at: string): void => {
    for (const key of ['start', 'end']) {
      const text = textOf(holder?.[key]);
      if (text === null) continue;
      const { time, zone } = parseTime(text);
      if (time.instant === null) note('bad-time', pointer(at, key), { text });
      else if (!zone) note('no-zone', pointer(at, key));
    }
  };
  const checkEntry = (result: ActivityResult, entry: JsonObject | undefined): void => {
    checkTimes(entry, result.pointer);
    if (result.status === null) note('no-status', result.pointer, { name: result.name });
    else if (!OUTCOMES.has(result.status)) note('unknown-status', result.pointer, { status: result.status });
    if ((secondsBetween(result.start, result.end) ?? 0) < 0 || (result.duration ?? 0) < 0)
      note('backwards', result.pointer, { name: result.name });
  };

  checkTimes(root, '');
  if (run.status !== null && !STATUSES.has(run.status)) note('unknown-status', '/status', { status: run.status });
  if ((secondsBetween(run.start, run.end) ?? 0) < 0 || (run.duration ?? 0) < 0) note('backwards', '');
  if (run.verdict.verdict === 'not-tested' && run.status === 'completed') note('completed-untested', '/status');
  const probes = run.hypothesis
    ? [run.hypothesis.before, ...run.hypothesis.during, run.hypothesis.after].flatMap((state) => state.probes)
    : [];
  for (const { result } of probes) if (result) checkEntry(result, undefined);
  run.run.forEach((result, index) => checkEntry(result, listOf(root.run)[index] as JsonObject | undefined));
  for (const { result } of run.rollbacks) if (result) checkEntry(result, undefined);

  return [...found].map(([code, { pointer: at, count, detail }]) => ({
    code,
    detail: { ...detail, count },
    place: { file, pointer: at },
  }));
}
