/** A report that chaos-report wrote → which bytes it says it was made of, and whether what is attached to it is as it was. */
import { createHash } from 'node:crypto';
import { ReportError } from '../../errors.js';
import { pdfAttachments } from './pdf-attachments.js';

/** A file that the report was made of. */
export interface RecordedSource {
  readonly file: string;
  /** Of its bytes as they were read, in hexadecimal digits. */
  readonly sha256: string;
}

/** A file inside the report. */
export interface RecordedAttachment {
  readonly name: string;
  readonly state: 'as recorded' | 'changed' | 'missing';
}

/** What a report says of itself. */
export interface Manifest {
  readonly sources: readonly RecordedSource[];
  readonly attachments: readonly RecordedAttachment[];
}

const MARKUP = /<script type="application\/json" class="manifest">([^<]*)<\/script>/;
const NO_REPORT = 'This is not a report of chaos-report with a manifest in it.';

/** @throws ReportError `unreadable` where the file is not a report, or says nothing of its sources. */
export function readManifest(bytes: Uint8Array, file: string): Manifest {
  const fail = (message: string, hint: string): never => {
    throw new ReportError('unreadable', message, { place: { file }, hint });
  };
  const kinds = 'Reports that can be verified are PDF, HTML pages and folders (report/index.html), and JSON.';
  const text = new TextDecoder().decode(bytes.subarray(0, 5));
  if (text === '%PDF-') {
    const attachments = pdfAttachments(bytes);
    if (attachments === null) {
      return fail(
        'The attachments of this PDF cannot be read.',
        'It was cut short, or another program wrote it anew: verify the file as chaos-report wrote it.',
      );
    }
    const manifest = attachments.get('manifest.json');
    if (manifest) return fromPdf(manifest, attachments, () => fail(NO_REPORT, kinds));
    return fail(
      'This PDF has no attachments, and so no record of what it was made of.',
      'It was made with --no-attachments or --unmasked. HTML or JSON of the same run can be verified.',
    );
  }
  const whole = new TextDecoder().decode(bytes);
  const data = text.startsWith('{') ? whole : MARKUP.exec(whole)?.[1];
  const parsed = data === undefined ? undefined : parse(data);
  const sources = sourcesOf(text.startsWith('{') ? at(parsed, 'head') : parsed);
  return sources === undefined ? fail(NO_REPORT, kinds) : { sources, attachments: [] };
}

function fromPdf(bytes: Uint8Array, attached: ReadonlyMap<string, Uint8Array>, fail: () => never): Manifest {
  const parsed = parse(new TextDecoder().decode(bytes));
  const sources = sourcesOf(parsed);
  const recorded = at(parsed, 'attachments');
  if (sources === undefined || !Array.isArray(recorded)) return fail();
  const attachments = recorded.map((entry: unknown): RecordedAttachment => {
    const name = String(at(entry, 'name'));
    const found = attached.get(name);
    const state =
      found === undefined
        ? 'missing'
        : createHash('sha256').update(found).digest('hex') === at(entry, 'sha256')
          ? 'as recorded'
          : 'changed';
    return { name, state };
  });
  return { sources, attachments };
}

/** The sources, each file once: one file can hold several journals. */
function sourcesOf(parsed: unknown): readonly RecordedSource[] | undefined {
  const list = at(parsed, 'sources');
  if (!Array.isArray(list)) return undefined;
  const sources = new Map<string, RecordedSource>();
  for (const entry of list as unknown[]) {
    const file = at(entry, 'file');
    const sha256 = at(entry, 'sha256');
    if (typeof file !== 'string' || typeof sha256 !== 'string') return undefined;
    sources.set(`${sha256} ${file}`, { file, sha256 });
  }
  return [...sources.values()];
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
