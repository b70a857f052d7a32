/** A command whose arguments are read → its run, here or in a thread. */
import type { ExitCode } from './exit-code.js';
import { findInputs } from './find-inputs.js';
import { isLongRun } from './long-run.js';
import type { Channels } from './outcome.js';
import type { Command } from './command.js';

/** What a thread begins with: the module, and its arguments. */
export interface Program {
  readonly module: URL;
  readonly args: readonly string[];
}

/**
 * Makes the report. What may take long is done in a thread, which costs as much as half of Node's start.
 *
 * @param program Null where this is the thread.
 */
export async function startReport(command: Command, program: Program | null, channels: Channels): Promise<ExitCode> {
  const inputs = await findInputs(command.inputs);
  if (program && isLongRun(inputs) && mayStartThread()) return (await import('./in-thread.js')).runInThread(program);
  return (await import('./make-report.js')).makeReport(command, inputs, channels);
}

/** False under Node's `--permission` without `--allow-worker`: a long run is made here then, and hears signals late. */
function mayStartThread(): boolean {
  // Undefined without that flag, whatever the types say.
  const { permission } = process as { readonly permission?: NodeJS.ProcessPermission };
  return permission?.has('worker') !== false;
}
