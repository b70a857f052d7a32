/** A thread that damages journals and attempts them, one case for each number it is sent. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { attempt } from './attempt.js';
import { journalTrees } from './journals.js';
import { damaged } from './mutations.js';
import type { Scale } from './odd-values.js';

const { fixtures, scale, keep } = workerData as { fixtures: string; scale: Scale; keep: string };
const cases = damaged(journalTrees(fixtures, 100_000), scale);

parentPort?.on('message', (seed: number) => {
  void one(seed).then((result) => parentPort?.postMessage(result));
});

async function one(seed: number): Promise<object> {
  const [found] = fc.sample(cases, { seed, numRuns: 1 });
  const { kinds, bytes } = found ?? { kinds: [], bytes: new Uint8Array() };
  // Kept while it is attempted, so that what ends the thread can be looked at.
  writeFileSync(keep, bytes);
  const start = performance.now();
  const told = { seed, kinds, size: bytes.length };
  try {
    return { ...told, outcome: await attempt(readFileSync(keep)), milliseconds: performance.now() - start };
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...told, outcome: 'crash', what, milliseconds: performance.now() - start };
  }
}
