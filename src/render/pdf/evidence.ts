/**
 * What the report was made of → files inside the PDF: the facts as `report.json`, the masked journals, and a manifest that
 * says which bytes were read and which are attached. Packed as it comes, so that only packed bytes are kept.
 */
import { createHash } from 'node:crypto';
import { createDeflate, deflateSync } from 'node:zlib';
import { ATTACHED_FACTS, ATTACHED_MANIFEST, attachedJournal } from '../../document/page-words.js';
import { escapeHiding } from '../../json-escapes.js';
import { recordedSources } from '../../report/recorded-sources.js';
import { TEXT_AFTER_EXPERIMENTS, textBeforeExperiments, textOfExperiment } from '../../report/report-text.js';
import type { ReportHead } from '../../report/types.js';
import { writePieces } from '../pieces.js';
import type { Chapter } from '../types.js';
import type { Attachment } from './paint/attachment.js';

const FACTS = 'report.json';
const MANIFEST = 'manifest.json';

/** Takes chapters as they come. */
export interface Evidence {
  take(chapter: Chapter): Promise<void>;
  close(): Promise<void>;
}

/** What the manifest says of an attachment. */
interface Attached {
  readonly name: string;
  /** The experiment it belongs to; null for what belongs to all. */
  readonly experiment: string | null;
  /** Of its bytes, unpacked, in hexadecimal digits. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** Collects what is attached. Where chapters are left out of the report, so are the facts: they would be halved. */
export function createEvidence(head: ReportHead, attach: (attachment: Attachment) => void): Evidence {
  const attached: Attached[] = [];
  const facts = packing();
  let taken = 0;

  const attachText = (name: string, experiment: string | null, description: string, text: Packed): void => {
    const { packed, size, sha256 } = text;
    attached.push({ name, experiment, sha256, size });
    attach({ name, description, packed, size });
  };

  return {
    async take({ facts: experiment, journal }) {
      if (taken === 0) await facts.write(Buffer.from(textBeforeExperiments(head)));
      await writePieces(textOfExperiment(experiment, taken === 0), (bytes) => facts.write(bytes));
      taken++;
      if (journal === undefined) return;
      const packed = await pack(journal());
      attachText(`journal-${experiment.id}.json`, experiment.id, attachedJournal(experiment.source.file), packed);
    },
    async close() {
      if (taken > 0) {
        await facts.write(Buffer.from(TEXT_AFTER_EXPERIMENTS));
        attachText(FACTS, null, ATTACHED_FACTS, await facts.end());
      }
      const sources = recordedSources(head);
      const manifest = `${escapeHiding(JSON.stringify({ sources, attachments: attached }, null, 2))}\n`;
      attachText(MANIFEST, null, ATTACHED_MANIFEST, packAtOnce(Buffer.from(manifest)));
    },
  };
}

/** Bytes, packed, and what they were before. */
interface Packed {
  readonly packed: Uint8Array;
  readonly size: number;
  readonly sha256: string;
}

function packAtOnce(bytes: Uint8Array): Packed {
  return { packed: deflateSync(bytes), size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Packs pieces of a text: at once where all of them fit into one chunk, which is much less work. */
async function pack(pieces: Iterable<string>): Promise<Packed> {
  let first: Uint8Array = Buffer.alloc(0);
  let rest: ReturnType<typeof packing> | undefined;
  await writePieces(pieces, async (bytes) => {
    if (rest === undefined && first.length === 0) {
      first = bytes;
      return;
    }
    if (rest === undefined) await (rest = packing()).write(first);
    await rest.write(bytes);
  });
  return rest === undefined ? packAtOnce(first) : rest.end();
}

/** Packs what comes in chunks. */
function packing() {
  const deflate = createDeflate();
  const hash = createHash('sha256');
  const parts: Buffer[] = [];
  let size = 0;
  deflate.on('data', (part: Buffer) => parts.push(part));
  return {
    write(bytes: Uint8Array): Promise<void> {
      hash.update(bytes);
      size += bytes.length;
      return new Promise((resolve) => deflate.write(bytes, () => resolve()));
    },
    end(): Promise<Packed> {
      return new Promise((resolve) => {
        deflate.once('end', () => resolve({ packed: Buffer.concat(parts), size, sha256: hash.digest('hex') }));
        deflate.end();
      });
    },
  };
}
