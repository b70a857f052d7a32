/**
 * The tokens of YAML → the least that its aliases stand for, while they pass: a bomb is told at its line, and not after all has
 * been parsed. What is not sure from tokens alone counts as nothing, so that no text is refused which would have been fine.
 */
import { isPiece, kindOf, type TokenKind } from './yaml-token-kinds.js';

/** What has a name. */
interface Named {
  /** The least that it has as JSON, in characters. */
  length: number;
}

/** A list, a map or a whole document whose end has not come. */
interface Open {
  readonly kind: 'document' | 'block' | 'list' | 'map';
  readonly named: Named | undefined;
  /** Of a block: what is indented more belongs to it, */
  readonly column: number;
  /** and so do the dashes of a list at the column of its key. */
  readonly isBelowKey: boolean;
  /** The least of what was seen of it, as JSON. */
  length: number;
  /** False in a map in braces, until the colon after a key. */
  isValue: boolean;
}

/** What is known before a token. Columns and offsets count UTF-16 code units from 0. */
interface Watch {
  readonly limit: number;
  open: Open[];
  readonly anchors: Map<string, Named>;
  /** False from the first thing on that can make less of what it holds. */
  isSure: boolean;
  offset: number;
  column: number;
  lastAlias: number;
  /** The offset of the alias with which it was too much, or -1. */
  beyond: number;
  before: TokenKind;
  /** Of the line: whether only space stood in it, and where its last key and its last dash began. */
  isBlank: boolean;
  keyColumn: number;
  dashColumn: number;
  /** An anchor whose node has not begun, and what stood before it. */
  named: Named | undefined;
  beforeName: TokenKind;
  /** The next text is a block, whose lines are none of ours. */
  isHeader: boolean;
}

/**
 * Gives each token on.
 *
 * @param limit Characters of JSON that a document may have.
 * @param tooLong Called where it has more, with the offset of the alias that was too much. It throws.
 */
export function* withLeastLength(
  tokens: Iterable<string>,
  limit: number,
  tooLong: (offset: number) => never,
): Generator<string> {
  const watch: Watch = {
    limit,
    open: [opened('document')],
    anchors: new Map(),
    isSure: true,
    offset: 0,
    column: 0,
    lastAlias: 0,
    beyond: -1,
    before: 'nothing',
    isBlank: true,
    keyColumn: 0,
    dashColumn: -1,
    named: undefined,
    beforeName: 'nothing',
    isHeader: false,
  };
  const look = (): void => {
    if (watch.beyond >= 0 && watch.isSure) tooLong(watch.beyond);
  };
  let before = '';
  for (const token of tokens) {
    yield token;
    const kind = kindOf(token, before);
    before = kind === 'text' ? '' : token;
    // Not before the next line: a colon at its beginning still makes a key of what stands before.
    if (watch.isBlank && kind !== 'nothing' && kind !== 'line' && kind !== 'colon') look();
    see(watch, kind, token);
    if (kind === 'text' || isPiece(token)) advance(watch, token);
  }
  endDocument(watch);
  look();
}

function see(watch: Watch, kind: TokenKind, token: string): void {
  if (kind === 'nothing') return;
  if (kind === 'document') endDocument(watch);
  else if (kind === 'line') endLine(watch);
  else if (kind === 'header') watch.isHeader = true;
  else {
    beginNode(watch, kind);
    if (kind === 'anchor') {
      watch.named = { length: 1 };
      watch.beforeName = watch.before;
      watch.anchors.set(token.slice(1), watch.named);
      return;
    }
    count(watch, kind, token);
    watch.named = undefined;
    watch.before = kind;
    if (kind === 'text' && watch.isHeader) {
      watch.isHeader = false;
      endLine(watch);
    }
  }
}

function count(watch: Watch, kind: TokenKind, token: string): void {
  const { named, before } = watch;
  const around = top(watch);
  // What is a key, or in one, is written as it stands in the text.
  if ((kind === 'alias' || kind === 'list' || kind === 'map') && !around.isValue) watch.isSure = false;
  if (kind === 'alias') {
    watch.lastAlias = watch.offset;
    add(watch, watch.anchors.get(token.slice(1))?.length ?? 0);
  } else if (kind === 'list' || kind === 'map') watch.open.push(opened(kind, named));
  else if (kind === 'end') {
    if (isInBrackets(watch)) close(watch);
  } else if (kind === 'comma') around.isValue = around.kind === 'list';
  else if (kind === 'colon') {
    if (before === 'end' || before === 'alias') watch.isSure = false;
    around.isValue = true;
  } else if (kind === 'dash') watch.dashColumn = watch.column;
  else if (kind === 'odd') watch.isSure = false;
  else {
    if (named && before !== 'line') named.length = leastOf(token);
    add(watch, named?.length ?? 1);
  }
}

/** In lines: what is indented less than a block is not in it. */
function beginNode(watch: Watch, kind: TokenKind): void {
  const { column } = watch;
  if (isInBrackets(watch) || watch.isHeader) return;
  if (!watch.isBlank) {
    if (watch.before === 'dash') watch.keyColumn = column;
    return;
  }
  for (let around = top(watch); around.kind === 'block' && column <= around.column; around = top(watch)) {
    if (column === around.column && around.isBelowKey && kind === 'dash') break;
    close(watch);
  }
  watch.isBlank = false;
  watch.keyColumn = column;
  watch.dashColumn = -1;
  if (kind === 'colon') watch.isSure = false;
}

/** An anchor at the end of a line is that of the block that follows, if one does. */
function endLine(watch: Watch): void {
  const { named, beforeName, keyColumn, dashColumn } = watch;
  if (isInBrackets(watch) || watch.isHeader) return;
  if (named && !watch.isBlank) {
    if (beforeName === 'dash') watch.open.push(opened('block', named, dashColumn));
    else if (beforeName === 'colon') watch.open.push(opened('block', named, keyColumn, true));
  }
  watch.isBlank = true;
  watch.before = 'line';
}

function endDocument(watch: Watch): void {
  while (watch.open.length > 1) close(watch);
  watch.open = [opened('document')];
  watch.anchors.clear();
  watch.named = undefined;
}

function advance(watch: Watch, token: string): void {
  const line = token.lastIndexOf('\n');
  watch.offset += token.length;
  watch.column = line < 0 ? watch.column + token.length : token.length - line - 1;
}

function opened(kind: Open['kind'], named?: Named, column = -1, isBelowKey = false): Open {
  const length = kind === 'list' || kind === 'map' ? 1 : 0;
  return { kind, named, column, isBelowKey, length, isValue: kind !== 'map' };
}

function top({ open }: Watch): Open {
  return open.at(-1) ?? opened('document');
}

function isInBrackets(watch: Watch): boolean {
  const { kind } = top(watch);
  return kind === 'list' || kind === 'map';
}

function add(watch: Watch, length: number): void {
  const around = top(watch);
  around.length += length;
  if (around.length > watch.limit && watch.beyond < 0) watch.beyond = watch.lastAlias;
}

function close(watch: Watch): void {
  const closed = watch.open.pop();
  if (!closed) return;
  if (closed.named) closed.named.length = Math.max(1, closed.length);
  add(watch, closed.length);
}

/** Of a text that has a name: as it stands in quotes, or by half, since numbers, escapes and lines can be written shorter. */
function leastOf(text: string): number {
  if (/^(["'])[^\\"'\r\n]*\1$/.test(text)) return text.length;
  return /^[-+.\d]|\\/.test(text) ? 1 : Math.max(1, Math.floor(text.replace(/\s/g, '').length / 2));
}
