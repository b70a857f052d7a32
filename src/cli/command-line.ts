/** One run of the command, from its arguments to its exit code. Exit codes are made here and in `signals.ts` only. */
import { access } from 'node:fs/promises';
import { VERSION } from '../version.js';
import { tuneEngine } from './engine.js';
import type { ExitCode } from './exit-code.js';
import { helpText } from './help.js';
import { errorLines } from './messages.js';
import { earlyRequest } from './early-request.js';
import type { Channels } from './outcome.js';
import type { Command } from './command.js';
import { writeError } from './system-error.js';
import { terminalOn, type Terminal } from './terminal.js';
import { ReportError, ReportErrors, type ErrorCode } from '../errors.js';

const STANDARD_OUTPUT = 'standard output';

/** What is read where nothing is named. */
const DEFAULT_INPUT = 'journal.json';

/** The word before the name of a shell. A journal of this name is ./completion. */
const COMPLETION = 'completion';

/** What is wrong about the command, and not about its journals. */
const WRONG_USAGE: ReadonlySet<ErrorCode> = new Set(['usage', 'settings']);

/**
 * Runs the command.
 *
 * @param args What stands after the program's name.
 * @param thread The module that does the same in a thread, for runs that take long; null where this is one.
 */
export async function run(args: readonly string[], thread: URL | null): Promise<ExitCode> {
  const { env, stdout } = process;
  const stderr = terminalOn(process.stderr, env);
  const failure = watch(stdout);
  // There is nowhere left to say it.
  process.stderr.on('error', () => undefined);

  const code = await answer(args, thread, { stdout, stderr, terminal: terminalOn(stdout, env) }).catch(
    (error: unknown) => {
      const errors = error instanceof ReportErrors ? error.errors : [error];
      for (const one of errors) {
        if (!(one instanceof ReportError)) throw error;
        stderr.write(errorLines(one, stderr));
      }
      return errors.every((one) => one instanceof ReportError && WRONG_USAGE.has(one.code)) ? 2 : 1;
    },
  );
  const lost = await failure();
  // An output that was to go there has been told of.
  if (lost === null || code === 1) return code;
  stderr.write(errorLines(lost, stderr));
  return 1;
}

async function answer(args: readonly string[], thread: URL | null, channels: Channels): Promise<ExitCode> {
  const { stdout, stderr } = channels;
  if (args[0] === COMPLETION) return completion(args.slice(1), stdout, stderr);
  const early = earlyRequest(args);
  if (!early) tuneEngine(process.versions.v8);
  const request = early
    ? { kind: early }
    : await (await import('./request.js')).readRequest(args, process.env, process.cwd(), Date.now());
  switch (request.kind) {
    case 'help':
      stdout.write(helpText());
      return 0;
    case 'version':
      stdout.write(`${VERSION}\n`);
      return 0;
    case 'wrong':
      stderr.write(request.problems.map((problem) => errorLines(problem, stderr)).join(''));
      return 2;
    case 'verify':
      return (await import('./verify/verify.js')).verify(request.command, channels);
    case 'report': {
      const command = await withInputs(request.command);
      if (command === undefined) {
        if (args.length === 0) stdout.write(helpText());
        throw new ReportError('usage', `No journal was named, and there is no ./${DEFAULT_INPUT}.`, {
          hint: 'Name the journals to report: files, folders or patterns.',
        });
      }
      return (await import('./start-report.js')).startReport(command, thread && { module: thread, args }, channels);
    }
  }
}

/**
 * Listens for what goes wrong with standard output: without a listener the process would end with a stack trace. The
 * result waits until everything is written. A reader that closes the pipe early (`| head`) has seen enough: no error.
 */
function watch(stdout: NodeJS.WritableStream): () => Promise<ReportError | null> {
  let lost: ReportError | null = null;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') lost = writeError(error, STANDARD_OUTPUT);
  });
  return async () => {
    await new Promise<void>((resolve) => stdout.write('', () => setImmediate(resolve)));
    return lost;
  };
}

/** Writes what makes a shell complete the command. */
async function completion(
  shells: readonly string[],
  stdout: NodeJS.WritableStream,
  stderr: Terminal,
): Promise<ExitCode> {
  const { completionScript, SHELLS } = await import('./completion/script.js');
  const script = shells.length === 1 ? completionScript(shells[0] ?? '') : null;
  if (script === null) {
    const problem = new ReportError('usage', 'completion needs the name of a shell.', {
      hint: `chaos-report completion, and one of ${SHELLS.join(', ')}. A journal of this name is ./completion.`,
    });
    stderr.write(errorLines(problem, stderr));
    return 2;
  }
  stdout.write(script);
  return 0;
}

/** The command, with the usual journal where none is named; undefined where that is not there either. */
async function withInputs(command: Command): Promise<Command | undefined> {
  if (command.inputs.length > 0) return command;
  const isThere = await access(DEFAULT_INPUT).then(
    () => true,
    () => false,
  );
  return isThere ? { ...command, inputs: [DEFAULT_INPUT] } : undefined;
}
