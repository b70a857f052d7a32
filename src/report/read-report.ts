/**
 * The bytes of a Report JSON → its head, and its experiments one at a time. What is read back is what was written: numbers
 * keep their digits. A file that somebody changed is read as far as it is what `report.schema.json` describes, and no further.
 */
import { ReportError } from '../errors.js';
import { decodeText } from '../journal/decode.js';
import { WHOLE_FILE, type Origin } from '../journal/json-cursor.js';
import { parseJson } from '../journal/parse-json.js';
import { createSplitter, kindOfJson, type Span } from '../journal/split-json.js';
import { isObject, pointer, type JsonValue } from '../json.js';
import { factsReader, NotAsDescribed } from './read-facts.js';
import { SCHEMA_VERSION, type Experiment, type ReportHead } from './types.js';
import schema from './report.schema.json' with { type: 'json' };

/** A report of ours that was read back. */
export interface ReadReport {
  readonly head: ReportHead;
  /**
   * The experiments in their order. May be called again.
   *
   * @throws ReportError `truncated`, `syntax` or `shape`, with the place.
   */
  readonly experiments: () => Generator<Experiment>;
}

const headReader = factsReader(schema, 'head') as (value: JsonValue) => ReportHead;
const experimentReader = factsReader(schema, 'experiment') as (value: JsonValue) => Experiment;

/** True for bytes that begin as a Report JSON does. */
function isReportJson(bytes: Uint8Array): boolean {
  return kindOfJson(bytes) === 'report';
}

/**
 * Reads a Report JSON that is in memory. `file` is the name people know it by.
 *
 * @throws ReportError `version`, `truncated`, `syntax`, `shape` or `not-a-journal`.
 */
export function readReport(bytes: Uint8Array, file: string): ReadReport {
  const splitter = createSplitter('report');
  splitter.push(bytes);
  const { head, items, regular } = splitter.end();
  if (!isReportJson(bytes) || head === null) {
    parseWhole(bytes, file);
    throw notOurs(file);
  }
  const read = readReportHead(bytes.subarray(head.start, head.end), file, head);
  return {
    head: read,
    *experiments() {
      for (const span of items) yield readReportExperiment(bytes.subarray(span.start, span.end), file, span, read);
      if (!regular) parseWhole(bytes, file);
      const complaint = countComplaint(read, items.length, file);
      if (complaint) throw complaint;
    },
  };
}

/** Reads the head alone from its bytes. */
export function readReportHead(bytes: Uint8Array, file: string, origin: Origin): ReportHead {
  const value = parse(bytes, file, origin);
  const version = isObject(value) ? value.schemaVersion : undefined;
  if (typeof version !== 'string' || !/^\d+\.\d+$/.test(version)) throw notOurs(file);
  if (majorOf(version) !== majorOf(SCHEMA_VERSION)) {
    const newer = majorOf(version) > majorOf(SCHEMA_VERSION);
    throw new ReportError(
      'version',
      `This report is of version ${version} of the JSON, and ${majorOf(SCHEMA_VERSION)}.x is what this chaos-report reads.`,
      {
        place: { file, pointer: '/head/schemaVersion' },
        hint: newer ? 'Use a newer chaos-report.' : 'Make the report again from its journals.',
      },
    );
  }
  return asDescribed(() => headReader(value), file, '/head', version);
}

/** Reads one experiment from its bytes. `head` is that of its report. */
export function readReportExperiment(
  bytes: Uint8Array,
  file: string,
  span: Origin & Pick<Span, 'index'>,
  { schemaVersion }: Pick<ReportHead, 'schemaVersion'>,
): Experiment {
  const value = parse(bytes, file, span);
  return asDescribed(() => experimentReader(value), file, pointer('/experiments', span.index), schemaVersion);
}

/** What is wrong where a report has more or fewer experiments than its head says; undefined where it has as many. */
export function countComplaint(head: ReportHead, experiments: number, file: string): ReportError | undefined {
  const said = head.lines.length;
  if (said === experiments) return undefined;
  return new ReportError(
    'shape',
    `The head of this report tells of ${said} experiments, and ${experiments} are in it.`,
    {
      place: { file, pointer: '/experiments' },
      hint: 'Make the report again from its journals.',
    },
  );
}

/** Throws where the text as a whole is not JSON: with the place and the reason. */
export function parseWhole(bytes: Uint8Array, file: string): void {
  parse(bytes, file, WHOLE_FILE);
}

function parse(bytes: Uint8Array, file: string, origin: Origin): JsonValue {
  return parseJson(decodeText(bytes, file).text, file, undefined, origin).value;
}

function notOurs(file: string): ReportError {
  return new ReportError(
    'not-a-journal',
    'This is not a report that chaos-report wrote: it has no head with a version.',
    {
      place: { file },
      hint: 'Give the file that `chaos-report -o report.json` writes.',
    },
  );
}

function majorOf(version: string): number {
  return Number(version.split('.')[0]);
}

function asDescribed<T>(read: () => T, file: string, base: string, version: string): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof NotAsDescribed)) throw cause;
    const newer = Number(version.split('.')[1]) > Number(SCHEMA_VERSION.split('.')[1]);
    throw new ReportError('shape', `This report is not as chaos-report writes it: this part ${cause.message}.`, {
      place: { file, pointer: `${base}${cause.at}` },
      hint: newer
        ? `It is of version ${version} of the JSON, and this chaos-report knows ${SCHEMA_VERSION}: use a newer one.`
        : 'Make the report again from its journals.',
      cause,
    });
  }
}
