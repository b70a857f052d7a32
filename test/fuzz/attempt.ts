/** Bytes → what chaos-report makes of them in every format. Whatever is no report and no clear error is thrown. */
import { ReportError } from '../../src/errors.js';
import { readJournal } from '../../src/journal/read-journal.js';
import { buildReport } from '../../src/report/collect.js';
import type { Report } from '../../src/report/types.js';
import type { FormatName } from '../../src/render/index.js';
import { renderReport, type RenderOptions } from '../../src/render/render-report.js';

/** A report in every format, or the code of the error that said why not. */
export type Outcome = 'report' | ReportError['code'];

type RenderingWanted = readonly [format: FormatName, options: RenderOptions, shape: RegExp];

/** Everything but the PDF. */
export const TEXT_FORMATS: readonly RenderingWanted[] = [
  ['json', {}, /^\{"head".*\}\n$/s],
  ['html', {}, /^<!doctype html>[^]*<\/html>\s*$/i],
  ['html', { fragment: true, notation: 'json' }, /^<section [^]*<\/section>\s*$/],
  ['html', { profile: 'confluence' }, /./],
  ['markdown', {}, /^# /],
  ['markdown', { profile: 'github' }, /^# /],
];

/** The PDF too. */
export const EVERY_FORMAT: readonly RenderingWanted[] = [...TEXT_FORMATS, ['pdf', {}, /^%PDF-1\.\d[^]*%%EOF\s*$/]];

/** Reads, builds and renders in all formats. */
export function attempt(bytes: Uint8Array): Promise<Outcome> {
  return attemptIn(EVERY_FORMAT, bytes);
}

/** Reads, builds and renders in these. */
export async function attemptIn(formats: readonly RenderingWanted[], bytes: Uint8Array): Promise<Outcome> {
  const report = reportOf(bytes);
  if (typeof report === 'string') return unharmed(report);
  for (const [format, options, shape] of formats) {
    const made = await rendered(report, format, options);
    // A title alone can be longer than a comment may be.
    if (made === null && options.profile === 'github') continue;
    if (made === null) throw new Error(`${format} was refused`);
    if (!shape.test(made)) throw new Error(`${format} looks wrong: ${JSON.stringify(made.slice(0, 80))}`);
  }
  return unharmed('report');
}

function reportOf(bytes: Uint8Array): Report | Outcome {
  try {
    return buildReport([readJournal(bytes, 'journal.json')], {
      title: null,
      generated: '2026-11-23T12:00:00Z',
      sort: 'severity',
      generator: { name: 'chaos-report', version: '0.0.0' },
    });
  } catch (error) {
    if (error instanceof ReportError && error.message !== '' && error.place?.file === 'journal.json') return error.code;
    throw error;
  }
}

/** The text of a format; null where it was refused with a clear error. */
async function rendered(report: Report, format: FormatName, options: RenderOptions): Promise<string | null> {
  try {
    return Buffer.from(await renderReport(report, format, options)).toString(format === 'pdf' ? 'latin1' : 'utf8');
  } catch (error) {
    if (error instanceof ReportError && error.message !== '') return null;
    throw error;
  }
}

const KEYS_OF_OBJECTS = Object.getOwnPropertyNames(Object.prototype).length;

/** No key of a journal may become one of every object. */
function unharmed(outcome: Outcome): Outcome {
  if (Object.getOwnPropertyNames(Object.prototype).length === KEYS_OF_OBJECTS) return outcome;
  throw new Error('The prototype of all objects was changed.');
}
