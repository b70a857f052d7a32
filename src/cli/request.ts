/** Arguments, environment and configuration file → what is asked for. */
import { ReportError, ReportErrors } from '../errors.js';
import { withLayers } from './config/layers.js';
import type { Request } from './command.js';
import { commandOf, readCommand } from './read-command.js';
import { readTokens } from './read-tokens.js';

/** Reads all three. A file is looked for only where a report is to be made: nothing configures `verify`. */
export async function readRequest(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
  now: number,
): Promise<Request> {
  if (args[0] === 'verify') return readCommand(args, env.SOURCE_DATE_EPOCH, now);
  const tokens = readTokens(args);
  try {
    return commandOf(await withLayers(tokens, env, cwd), env.SOURCE_DATE_EPOCH, now);
  } catch (error) {
    const problems = error instanceof ReportErrors ? error.errors : [error];
    const known = problems.filter((problem) => problem instanceof ReportError);
    if (known.length < problems.length) throw error;
    return { kind: 'wrong', problems: [...tokens.problems, ...known] };
  }
}
