/** The arguments of `verify` → what is to be verified, or everything that is wrong with them. */
import { ReportError } from '../../errors.js';
import type { OptionName } from '../options.js';
import type { Request } from '../command.js';
import type { Tokens } from '../read-tokens.js';

const TAKEN: ReadonlySet<OptionName> = new Set(['quiet']);

/** What the arguments ask for. Wrong ones are told all at once. */
export function readVerify({ positionals, options, problems: misread }: Tokens): Request {
  const problems = [...misread];
  for (const name of options.keys()) {
    if (TAKEN.has(name)) continue;
    problems.push(
      new ReportError('usage', `verify does not take --${name}.`, {
        hint: 'It reads a report and journals, and writes nothing: chaos-report verify report.pdf journal.json',
      }),
    );
  }
  const [report, ...journals] = positionals;
  if (report === '-' && journals.includes('-')) {
    problems.push(
      new ReportError('usage', 'Standard input cannot be both the report and a journal.', {
        hint: 'Name the file of one of them.',
      }),
    );
  }
  if (report === undefined || journals.length === 0) {
    problems.push(
      new ReportError('usage', `verify needs a report and the journals it was made of.`, {
        hint: 'Write chaos-report verify report.pdf journal.json, or name a folder or a pattern of journals.',
      }),
    );
  }
  if (problems.length > 0 || report === undefined) return { kind: 'wrong', problems };
  return { kind: 'verify', command: { report, journals, quiet: options.has('quiet') } };
}
