/** What came of a command → what is said about it: verdicts on standard output, everything else on standard error. */
import { UNMASKED_SENTENCE } from '../document/words/unmasked.js';
import { visible, visibleLine } from '../document/words/visible.js';
import { bytes, count } from '../document/words/quantity.js';
import { warningWords } from '../document/words/warning.js';
import type { ReportHead } from '../report/types.js';
import { largePageWarning } from './large-page.js';
import type { Channels, Outcome } from './outcome.js';
import { errorLines, warningLine } from './messages.js';
import { isFolder } from './outputs-option.js';
import type { Command } from './command.js';
import type { Terminal } from './terminal.js';
import { tripLine } from './trip-line.js';
import { answerLine, verdictLines } from './verdicts.js';

/** Tells people what came of their command, all errors last. */
export function tell(
  { head, leftOut, reports, strangers, written, trips, errors }: Outcome,
  { loudness, outputs, notation, strict, variables }: Command,
  { terminal, stderr }: Pick<Channels, 'terminal' | 'stderr'>,
): void {
  const verbose = loudness === 'verbose';
  if (loudness !== 'quiet') {
    for (const file of leftOut)
      stderr.write(warningLine(file, 'this is a report and one of the outputs, so it was not read', stderr));
    if (variables.variables.size > 0 || variables.files.length > 0 || variables.env)
      for (const file of reports) stderr.write(warningLine(file, FINISHED, stderr));
    for (const { file, entry } of strangers)
      stderr.write(warningLine(file, `its entry for "${entry}" is about none of the journals`, stderr));
    stderr.write(warningLines(head, verbose, stderr));
    const shown = outputs.length === 0 && head.lines.length > 0 && !(strict && errors.length > 0);
    if (shown) terminal.write(verdictLines(head, notation, terminal));
    for (const one of written) {
      if ('size' in one && one.file !== '-')
        stderr.write(`${stderr.paint('strong', visibleLine(one.file))}  ${plain(bytes(one.size))}\n`);
      const format = outputs.find(({ file }) => file === one.file)?.format;
      const warning = 'size' in one && format && !isFolder(one.file) ? largePageWarning(one.size, format) : undefined;
      if (warning !== undefined) stderr.write(warningLine(one.file, warning, stderr));
    }
    for (const one of head.masking.unmasked ? written : [])
      if ('size' in one) stderr.write(warningLine(one.file, UNMASKED_SENTENCE, stderr));
    if (written.some((one) => 'size' in one)) stderr.write(answerLine(head, stderr));
    if (head.passedOver > 0) stderr.write(passedOverLine(head, verbose));
    if (shown && terminal.isTerminal)
      stderr.write(`${stderr.paint('quiet', 'Nothing was written. For the report add: -o report.pdf')}\n`);
  }
  for (const trip of trips) stderr.write(tripLine(trip, notation, stderr));
  for (const error of errors) {
    stderr.write(errorLines(error, stderr));
    if (verbose && error.cause instanceof Error) stderr.write(`${visible(error.cause.stack ?? error.cause.message)}\n`);
  }
}

const FINISHED = 'this is a report, so --var, --var-file and --env have no effect on its experiments';

/** Why there is nothing to report. */
export function noJournalMessage(head: ReportHead): string {
  return `${noJournalCause(head)}, so there is nothing to report.`;
}

function noJournalCause({ passedOver, selection, unreadable }: ReportHead): string {
  if (selection !== null && selection.leftOut > 0) return `No experiment meets "${selection.filter}"`;
  if (unreadable.length > 0) return 'None of the inputs could be read as a journal';
  if (passedOver > 0) return `No journal was found among ${plain(count(passedOver, 'file'))}`;
  return 'No journal was found';
}

/** Text that had to be guessed at may be wrong, and is told of. The other oddities stand in the report's appendix. */
function warningLines(head: ReportHead, all: boolean, terminal: Terminal): string {
  return head.sources
    .flatMap(({ file, warnings }) =>
      warnings
        .filter(({ code }) => all || code === 'windows-1252')
        .map((warning) => warningLine(file, warningWords(warning), terminal)),
    )
    .join('');
}

function passedOverLine({ passedOver }: ReportHead, verbose: boolean): string {
  const files = plain(count(passedOver, 'file'));
  const which = passedOver === 1 ? 'is no journal and was passed over' : 'are no journals and were passed over';
  return `${files} in folders or patterns ${which}${verbose ? '' : ' (--verbose says why)'}.\n`;
}

/** Terminals are searched and copied from: ordinary spaces serve better there. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
