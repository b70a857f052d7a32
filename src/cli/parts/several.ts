/** A source that may have several journals → each of them: items of a list, values one after another, or a value a line. */
import { ReportError } from '../../errors.js';
import { decodeText } from '../../journal/decode.js';
import { messages } from '../../journal/messages.js';
import { parseJson } from '../../journal/parse-json.js';
import { isArray, isObject, pointer } from '../../json.js';
import type { OpenSource } from '../open-source.js';
import { partsInTurn, wholeJournal } from './journals.js';
import type { Part } from './part.js';
import { latin1, layoutOf, type Whole } from './whole.js';

/** A file this size or smaller is tried as one journal before it is taken apart. */
const AT_ONCE = 32_000_000;

/** A list: where none of its items is a journal, it is the list that is none. */
export async function* partsOfList(whole: Whole): AsyncGenerator<Part> {
  const { items, regular } = await layoutOf(whole.source, 'list');
  const hasJournals = yield* onceOneIsJournal(partsInTurn(whole, items));
  // Read as one value, it says what is wrong with the list itself.
  if (!hasJournals) yield await wholeJournal(whole);
  else if (!regular) yield { kind: 'unreadable', error: await whatIsWrong(whole) };
}

/** A journal a line; an empty file is told of as one. */
export async function* partsOfLines(whole: Whole): AsyncGenerator<Part> {
  const { items } = await layoutOf(whole.source, 'sequence', true);
  if (items.length === 0) yield await wholeJournal(whole);
  else yield* partsInTurn(whole, items);
}

/** One journal, or several one after another. */
export async function* partsOfSequence(whole: Whole): AsyncGenerator<Part> {
  const { source } = whole;
  if (source.length > AT_ONCE) {
    const layout = await layoutOf(source, 'sequence');
    if (layout.kind === 'sequence') yield* partsInTurn(whole, layout.items);
    else yield await wholeJournal(whole);
    return;
  }
  try {
    yield await wholeJournal(whole);
  } catch (error) {
    if (!(error instanceof ReportError) || (error.code !== 'syntax' && error.code !== 'truncated')) throw error;
    const layout = await layoutOf(source, 'sequence', await hasJournalOnSecondLine(source));
    if (layout.kind !== 'sequence' || layout.items.length < 2) throw error;
    const hasJournals = yield* onceOneIsJournal(partsInTurn(whole, layout.items));
    if (!hasJournals) throw error;
  }
}

/** The parts, held back until one of them is a journal: only then it is known what the file is. Returns whether one is. */
async function* onceOneIsJournal(parts: AsyncIterable<Part>): AsyncGenerator<Part, boolean> {
  const waiting: Part[] = [];
  let known = false;
  for await (const part of parts) {
    known ||= part.kind === 'journal';
    waiting.push(part);
    if (known) yield* waiting.splice(0);
  }
  return known;
}

/** The error of a list that has journals, and something between them or at its end that is none. */
async function whatIsWrong({ file, source }: Whole): Promise<ReportError> {
  try {
    const { text } = decodeText(await source.read(0, source.length), file);
    const { value } = parseJson(text, file);
    const items = isArray(value) ? value : [];
    const odd = items.findIndex((item) => !isObject(item) && !isArray(item));
    const { message, hint } = messages.oddItems(items.length, items.filter((item) => !isObject(item)).length);
    return new ReportError('not-a-journal', message, { place: { file, pointer: pointer('', odd) }, hint });
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return error;
  }
}

/** A file of a journal a line whose first line is broken: the second one begins as a journal does. */
async function hasJournalOnSecondLine(source: OpenSource): Promise<boolean> {
  const text = latin1(await source.read(0, source.length));
  const end = text.indexOf('\n');
  return (
    end >= 0 && /^\s*\{\s*"(chaoslib-version|experiment|platform|node|result)"\s*:/.test(text.slice(end + 1, end + 200))
  );
}
