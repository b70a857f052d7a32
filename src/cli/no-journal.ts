/** A file in a folder that could not be read as a journal → whether it never was one, or is a broken one. */
import type { ReportError } from '../errors.js';

/** Enough of a file to see the first keys of a journal, whatever stands between them. */
const BEGINNING = 4096;

/** True where the file is no journal. A journal that is broken must be heard of; other people's JSON need not. */
export function isNoJournal(error: ReportError, bytes: Uint8Array): boolean {
  switch (error.code) {
    case 'experiment':
    case 'not-a-journal':
      return true;
    case 'empty':
    case 'truncated':
    case 'syntax':
    case 'too-deep':
      return !looksLikeJournal(bytes) && !/journal/i.test(error.place?.file ?? '');
    default:
      return false;
  }
}

/** chaoslib writes `chaoslib-version` first; older versions and other writers begin with the experiment, or with the run. */
function looksLikeJournal(bytes: Uint8Array): boolean {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, BEGINNING)).replaceAll('\0', '');
  return (
    /"(chaoslib-version|steady_states|deviated)"\s*:/.test(beginning) ||
    /^chaoslib-version:/m.test(beginning) ||
    /^[^"]{0,9}\{\s*"experiment"\s*:/.test(beginning)
  );
}
