/** A source in YAML → a journal for each of its documents. */
import { ReportError } from '../../errors.js';
import { decodeText } from '../../journal/decode.js';
import { WHOLE_FILE } from '../../journal/json-cursor.js';
import { messages } from '../../journal/messages.js';
import { readJournalPart } from '../../journal/read-journal.js';
import { LONGEST_YAML, looksLikeYamlJournal, yamlToJson } from '../../journal/yaml-to-json.js';
import { pointer } from '../../json.js';
import type { Part } from './part.js';
import { latin1, type Whole } from './whole.js';

/** Aliases of YAML may stand for this many times the file, which is far more than people save by them, */
const ALIASED = 10;
/** or for this many characters. A file that asks for more is a bomb, whatever `--max-input` says. */
const LEAST_ALIASED = 2_000_000;

/** Each document of the YAML, turned into JSON. */
export async function* partsOfYaml({ file, source, maxInput }: Whole): AsyncGenerator<Part> {
  const bytes = await source.read(0, source.length);
  if (bytes.length <= LONGEST_YAML && !looksLikeYamlJournal(bytes) && !/^---/m.test(latin1(bytes.subarray(0, 4096)))) {
    const { message, hint } = messages.otherYaml();
    throw new ReportError('not-a-journal', message, { place: { file }, hint });
  }
  const { text: yaml } = decodeText(bytes, file);
  const texts = await yamlToJson(yaml, file, Math.min(maxInput, Math.max(ALIASED * yaml.length, LEAST_ALIASED)));
  const { sha256, size } = source;
  for (const [index, text] of texts.entries()) {
    const at = texts.length === 1 ? '' : pointer('', index);
    const json = Buffer.from(text);
    try {
      const journal = readJournalPart(json, { file, pointer: at, sha256, size, origin: WHOLE_FILE });
      yield {
        kind: 'journal',
        journal,
        piece: { bytes: json, size: json.length, at: null, pointer: at, origin: WHOLE_FILE, schemaVersion: null },
      };
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      if (texts.length === 1) throw error;
      yield { kind: 'unreadable', error };
    }
  }
}
