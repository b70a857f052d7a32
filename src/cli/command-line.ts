/** One run of the command, from its arguments to its exit code. Exit codes are made here and in `signals.ts` only. */
import { access } from 'node:fs/promises';
import { VERSION } from '../version.js';
import { helpText } from './help.js';
import { errorLines } from './messages.js';
import { earlyRequest } from './early-request.js';
import type { Command } from './read-command.js';
import { terminalOn } from './terminal.js';
import { ReportError, ReportErrors, type ErrorCode } from '../errors.js';

/** 0: done. 1: something could not be read or written. 2: wrong usage. 3: the gate was tripped. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What is read where nothing is named. */
const DEFAULT_INPUT = 'journal.json';

/** What is wrong about the command, and not about its journals. */
const WRONG_USAGE: ReadonlySet<ErrorCode> = new Set(['usage', 'settings']);

/** Runs the command with the arguments after the program's name. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  const { env, stdout } = process;
  const stderr = terminalOn(process.stderr, env);
  // A reader that closes the pipe early has seen enough. Without a listener the process would end with a stack trace.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

  const early = earlyRequest(args);
  const request = early
    ? { kind: early }
    : (await import('./read-command.js')).readCommand(args, env.SOURCE_DATE_EPOCH, Date.now());
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
    case 'report': {
      const command = await withInputs(request.command);
      if (command === undefined) {
        if (args.length === 0) stdout.write(helpText());
        stderr.write(
          errorLines(
            new ReportError('usage', `No journal was named, and there is no ./${DEFAULT_INPUT}.`, {
              hint: 'Name the journals to report: files, folders or patterns.',
            }),
            stderr,
          ),
        );
        return 2;
      }
      const { makeReport } = await import('./make-report.js');
      try {
        return await makeReport(command, { stdout, stderr, terminal: terminalOn(stdout, env) });
      } catch (error) {
        const errors = error instanceof ReportErrors ? error.errors : [error];
        for (const one of errors) {
          if (!(one instanceof ReportError)) throw error;
          stderr.write(errorLines(one, stderr));
        }
        return errors.every((one) => one instanceof ReportError && WRONG_USAGE.has(one.code)) ? 2 : 1;
      }
    }
  }
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
