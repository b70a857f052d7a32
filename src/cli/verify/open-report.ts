/** What was named as the report → its bytes: a file, the index of a folder, standard input. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReportError } from '../../errors.js';
import { findInputs } from '../find-inputs.js';
import { isFile } from '../is-file.js';
import { systemError } from '../system-error.js';

/** A report as it is to be verified. */
export interface OpenReport {
  readonly file: string;
  /** What tells two names of one file. */
  readonly identity: string;
  readonly bytes: Uint8Array;
}

const HINT = 'Name the file that chaos-report wrote; of a folder, its index.html.';

/** @throws ReportError where there is no such file, or several are meant. */
export async function openReport(name: string): Promise<OpenReport> {
  const index = join(name, 'index.html');
  const { files, errors } = await findInputs([(await isFile(index)) ? index : name]);
  const [found] = files;
  if (found === undefined || files.length > 1) {
    throw errors[0] ?? new ReportError('unreadable', 'This is not a report.', { place: { file: name }, hint: HINT });
  }
  const { file, identity } = found;
  try {
    return { file, identity, bytes: file === '-' ? await bytesOf(process.stdin) : await readFile(file) };
  } catch (error) {
    throw systemError(error, file);
  }
}

async function bytesOf(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}
