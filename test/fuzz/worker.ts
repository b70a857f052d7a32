/** A thread that damages journals and attempts them, one case for each number it is sent. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import fc from '../support/properties.js';
import { attemptFile, EVERY_FORMAT } from './attempt.js';
import { sourcesIn } from './journals.js';
import { damaged } from './mutations.js';
import type { Scale } from './odd-values.js';

const { fixtures, scale, keep } = workerData as { fixtures: string; scale: Scale; keep: string };
const cases = damaged(await sourcesIn(fixtures, 100_000), scale);
mkdirSync(keep, { recursive: true });

parentPort?.on('message', (seed: number) => {
  void one(seed).then((result) => parentPort?.postMessage(result));
});

async function one(seed: number): Promise<object> {
  const [found] = fc.sample(cases, { seed, numRuns: 1 });
  if (found === undefined) throw new Error('No case was made.');
  const { form, kinds, name, bytes, readAgain } = found;
  const file = join(keep, name);
  writeFileSync(file, bytes);
  const told = { seed, form, kinds, file, size: bytes.length };
  // Known beforehand, so that what ends the thread can be looked at.
  parentPort?.postMessage({ ...told, begun: true });
  try {
    return { ...told, outcome: await attemptFile(EVERY_FORMAT, file, { readAgain, maxInput: scale.unpacked }) };
  } catch (error) {
    return { ...told, outcome: 'crash', what: inspect(error) };
  }
}
