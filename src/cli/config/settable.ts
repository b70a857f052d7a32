/** The table of options → which of them can stand in a configuration file or in the environment, and under what name. */
import { OPTIONS, type Option, type OptionName } from '../options.js';

/**
 * Options of one run. Nobody shall have masking turned off by a file that was found: `unmasked` is asked for each time.
 * `export-format` changes what the arguments mean, and the others are not about a report.
 */
const FLAGS_ONLY: ReadonlySet<string> = new Set([
  'unmasked',
  'export-format',
  'config',
  'no-config',
  'help',
  'version',
]);

/** An option that a file or the environment can set. */
export type Settable = Option & { readonly name: OptionName };

export const SETTABLE: readonly Settable[] = (OPTIONS as readonly Settable[]).filter(
  ({ name }) => !FLAGS_ONLY.has(name),
);

/** Whether values are files or folders. */
export function isPath({ value }: Option): boolean {
  return value === 'FILE' || value === 'DIR';
}

/** `CHAOS_REPORT_FAIL_ON` for `fail-on`. */
export function variableOf(name: string): string {
  return `CHAOS_REPORT_${name.toUpperCase().replaceAll('-', '_')}`;
}
