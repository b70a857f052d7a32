/**
 * chaos-report as a library: journals in memory → a report → its words → the bytes of a format. Nothing here reads a
 * file, the clock or the environment, and nothing prints. Errors are {@link ReportError}s; oddities that can be lived
 * with are `warnings` of a journal and of its source in the report.
 *
 * @example
 * const journal = readJournal(bytes, 'journal.json');
 * const report = buildReport([journal], { generated: new Date() });
 * const pdf = await render(report, 'pdf', { timeZone: 'Europe/Paris' });
 */
import type { Journal } from './journal/types.js';
import { baselineOf } from './report/baseline.js';
import { buildReport as build } from './report/collect.js';
import type { SortOrder } from './report/order.js';
import type { EvidenceFolder } from './report/metrics/evidence.js';
import type { Report } from './report/types.js';
import { VERSION } from './version.js';

export { ReportError, ReportErrors, type ErrorCode, type Place, type Warning, type WarningCode } from './errors.js';
export type { JsonObject, JsonValue, Numeral } from './json.js';
export { isNumeral } from './json.js';
export { readJournal, type ReadLimits } from './journal/read-journal.js';
export type { Journal } from './journal/types.js';
export { readReport, type ReadReport } from './report/read-report.js';
export type { EvidenceFolder } from './report/metrics/evidence.js';
export type * from './report/types.js';
export type { SortOrder } from './report/order.js';
export { composeDocument, DEFAULT_WORDS } from './document/compose.js';
export type { Notation, SectionChoice, WordSettings } from './document/settings.js';
export type * from './document/types.js';
export { zoneOf, type Zone } from './document/words/zone.js';
export { FORMAT_NAMES, type FormatName } from './render/index.js';
export { renderReport as render, type RenderOptions } from './render/render-report.js';
export { BUNDLED_THEMES, themeOf, type Theme, type ThemeFile } from './theme/theme.js';
export { readFontFile, type FontFile } from './theme/font-file.js';
export { readPicture, type Picture } from './theme/picture.js';
export { VERSION } from './version.js';

/** What a report is told besides its journals. */
export interface ReportOptions {
  /** The date of the report. It is never read from the clock: the same input gives the same bytes. */
  readonly generated: Date;
  /** Null or absent for "Chaos Engineering Report". */
  readonly title?: string | null;
  /** Files that activities may have written: results of vegeta, k6 and Prometheus in them become metrics. */
  readonly evidence?: EvidenceFolder;
  /** `severity`, worst first, where not said. */
  readonly sort?: SortOrder;
  /** An earlier report: the head then says what changed since. */
  readonly baseline?: Report;
}

/** Builds the facts of a report: verdicts, findings, what was left behind, what was masked. */
export function buildReport(journals: readonly Journal[], options: ReportOptions): Report {
  const { generated, title, sort, baseline, evidence } = options;
  return build(journals, {
    generated: `${generated.toISOString().slice(0, 19)}Z`,
    title: title ?? null,
    sort: sort ?? 'severity',
    ...(baseline ? { baseline: baselineOf(baseline.head, baseline.experiments, null) } : {}),
    ...(evidence ? { evidence } : {}),
    generator: { name: 'chaos-report', version: VERSION },
  });
}
