/** A report of ours as JSON → its head, then its experiments. */
import { ReportError } from '../../errors.js';
import { pointer } from '../../json.js';
import { pieceOf, type Part } from './part.js';
import { layoutOf, type Whole } from './whole.js';

/** A report of ours: its head first, then as many of its experiments as can be read. */
export async function* partsOfReport({ file, source }: Whole): AsyncGenerator<Part> {
  const { head: span, items, regular } = await layoutOf(source, 'report');
  const { countComplaint, readReport, readReportExperiment, readReportHead, parseWhole } =
    await import('../../report/read-report.js');
  // Without a head it is read as a whole, to say what it is instead.
  if (span === null) readReport(await source.read(0, source.length), file);
  else {
    const head = readReportHead(await source.read(span.start, span.end), file, span);
    yield { kind: 'report', head };
    for (const item of items) {
      try {
        const bytes = await source.read(item.start, item.end);
        const facts = readReportExperiment(bytes, file, item, head);
        const at = pointer('/experiments', item.index);
        const { schemaVersion } = head;
        yield {
          kind: 'experiment',
          facts,
          piece: pieceOf(source, bytes, item, at, schemaVersion),
        };
      } catch (error) {
        if (!(error instanceof ReportError)) throw error;
        yield { kind: 'unreadable', error };
        // What follows a place where the text breaks off is not a report any more.
        if (error.code === 'truncated') return;
      }
    }
    if (!regular) parseWhole(await source.read(0, source.length), file);
    const complaint = countComplaint(head, items.length, file);
    if (complaint) yield { kind: 'unreadable', error: complaint };
  }
}
