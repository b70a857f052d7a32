/** A file that lies in a folder and is not in the report → whether it could be: other people's JSON need not be heard of. */
import { ReportError } from '../../errors.js';
import type { Input } from '../find-inputs.js';
import { MAX_INPUT } from '../max-input.js';
import { isNoJournal } from '../no-journal.js';
import { openSource } from '../open-source.js';
import { partsOf } from '../parts/parts-of-input.js';

/** True for what is no journal, as reading it for a report would say; reports of ours among them. */
export async function isStranger(input: Input): Promise<boolean> {
  if (!input.found) return false;
  let beginning: Uint8Array = new Uint8Array();
  try {
    const source = await openSource(input, MAX_INPUT);
    beginning = await source.read(0, Math.min(source.length, 4096));
    for await (const { kind } of partsOf(input.file, source, MAX_INPUT)) return kind === 'report';
    return true;
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return isNoJournal(error, beginning);
  }
}
