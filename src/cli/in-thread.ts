/**
 * A long run → the same run in a thread of its own, while this one waits for signals. JavaScript hears no signal while it lays out
 * a page or masks 50 MB: this way one is answered at once, whatever the journal.
 */
import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { bytes } from '../document/words/quantity.js';
import { ReportError } from '../errors.js';
import type { ExitCode } from './exit-code.js';
import { clearAway, note, type LeftoverMessage, type Leftovers } from './leftovers.js';
import { onSignal } from './signals.js';
import type { Program } from './start-report.js';

/** Milliseconds that a thread gets to end when it is told to: calls into the system can keep it. */
const PATIENCE = 500;

/**
 * Runs the program again, and resolves to its exit code.
 *
 * @throws ReportError `too-large` where there is not enough memory.
 */
export async function runInThread({ module, args }: Program): Promise<ExitCode> {
  const leftovers: Leftovers = new Map();
  // A thread would get less memory than the process has.
  const limit = getHeapStatistics().heap_size_limit;
  const thread = new Worker(module, {
    argv: [...args],
    // It has streams of its own: from Node.js 22 on those that are read here would ask them for what they do not know.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limit / 2 ** 20 },
  });
  thread.on('message', (message: LeftoverMessage) => note(leftovers, message));
  const noSignals = onSignal(async () => {
    const hasEnded = await Promise.race([thread.terminate().then(() => true), pause(PATIENCE)]);
    clearAway(leftovers);
    return hasEnded;
  });
  try {
    return await new Promise<ExitCode>((resolve, reject) => {
      thread.on('error', reject);
      thread.on('exit', (code) => resolve(code as ExitCode));
    });
  } catch (error) {
    clearAway(leftovers);
    if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
    throw new ReportError(
      'too-large',
      `This report takes more memory than the ${bytes(limit).replaceAll('\u00a0', ' ')} that Node.js may have.`,
      {
        hint: 'Give it more (NODE_OPTIONS=--max-old-space-size=8000 is 8 GB), or make several reports.',
      },
    );
  } finally {
    noSignals();
  }
}

function pause(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));
}
