/** `--baseline FILE` → what is needed of the earlier report. */
import { readFile } from 'node:fs/promises';
import { baselineOf, type Baseline } from '../report/baseline.js';
import { systemError } from './system-error.js';

/** @throws ReportError where the file cannot be read, or is no Report JSON of a version that can be read. */
export async function readBaseline(file: string): Promise<Baseline> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw systemError(error, file);
  }
  const { readReport } = await import('../report/read-report.js');
  const { head, experiments } = readReport(bytes, file);
  return baselineOf(head, experiments(), file);
}
