/** Oddities of sources, in words. */
import type { Warning } from '../../errors.js';
import { count } from './quantity.js';

/** One oddity, as part of a list: no capital, no full stop. */
export function warningWords({ code, detail, place }: Warning): string {
  const times = Number(detail?.count ?? 1);
  const where = placeWords(place);
  const more =
    times > 1
      ? ` (${count(times, 'place')}${where === '' ? '' : `, the first ${where}`})`
      : where === ''
        ? ''
        : ` (${where})`;
  switch (code) {
    case 'windows-1252':
      return 'not valid UTF-8, read as Windows-1252';
    case 'encoding':
      return `read as ${String(detail?.encoding ?? 'UTF-8 with a byte order mark')}`;
    case 'non-finite-number':
      return `NaN or infinities, which JSON does not allow${more}`;
    case 'duplicate-key':
      return `a key that occurs twice in one object, of which the last one counts${more}`;
    case 'no-zone':
      return 'times without a zone, read as GMT';
    case 'bad-time':
      return `a time that cannot be read, shown as written${more}`;
    case 'no-status':
      return `entries without a status${more}`;
    case 'backwards':
      return `an end before its start, or a negative duration${more}`;
    case 'unknown-status':
      return `an unknown status “${String(detail?.status ?? '')}”${more}`;
    case 'completed-untested':
      return '“completed” though nothing was tested';
    case 'odd-shape':
      return `a part that is not of the type it should be, shown as it is${more}`;
    case 'old-format':
      return 'written by a version before 0.6, whose activities had another form';
  }
}

/** "at /run/1" in the journal; where only its text is known, "on line 12". */
function placeWords(place: Warning['place']): string {
  if (place?.pointer) return `at ${place.pointer}`;
  return place?.line === undefined ? '' : `on line ${place.line}`;
}
