/** The rule `key` in statements of SQL, and in what programs tell of the values they gave to one. */
import { isDrawnAlone } from './drawn-alone.js';
import type { Find } from './find.js';
import { isSecretKey } from './secret-keys.js';
import { isMaskable } from './worth-masking.js';

/** The columns of an INSERT and its first values. */
const INSERT = /\(([\w\s,"`.[\]]{3,2000})\)\s{0,8}VALUES\s{0,8}\(([^\n]{1,4000})/gi;

/** A statement with places for its values, and them, as SQLAlchemy and PostgreSQL tell them. */
const PARAMETERS =
  /(?:\[SQL: ([^\n]{1,2000})\]\s{1,4}\[parameters: \(|\bexecute [^\n:]{1,60}: ([^\n]{1,2000})\n(?:[^\n]{0,100})DETAIL:\s{1,4}[Pp]arameters: )([^\n]{1,4000})/g;
/** Values of a statement that stands near: MyBatis' `bob(String)`, the `@p0='…'` of .NET. */
const GIVEN = /\bParameters(?:=\[|: )([^\n]{1,4000})/g;
const NEAR = 600;
/** The columns of a `COPY`, whose rows stand below it. */
const COPY = /\bCOPY [\w."]{1,200} \(([\w\s,"]{3,2000})\) FROM stdin[^\n]{0,100}\n/gi;
const NAMED = /passw|secret|token|key|pwd|cred/i;

/** Overlapping finds are possible. */
export function findInStatements(text: string): readonly Find[] {
  const finds: Find[] = [];
  for (const match of text.matchAll(PARAMETERS)) {
    const [whole, alchemy, statement = alchemy ?? '', values = ''] = match;
    if (!NAMED.test(statement)) continue;
    const from = match.index + whole.length - values.length;
    for (const { 0: quoted, 1: value = '', index } of values.matchAll(/'([^'\n]{8,1000})'/g)) {
      if (isDrawnAlone(value))
        finds.push({ rule: 'key', name: 'parameters', start: from + index + 1, end: from + index + quoted.length - 1 });
    }
  }
  for (const { 0: whole, 1: values = '', index: at } of text.matchAll(GIVEN)) {
    if (!NAMED.test(text.slice(Math.max(0, at - NEAR), at) + text.slice(at + whole.length, at + whole.length + NEAR)))
      continue;
    for (const { 1: quoted, 2: typed, index } of values.matchAll(
      /'([^'\n]{8,1000})'|(?<![^\s,])([^,\s'()]{8,1000})\(\w{1,20}\)/g,
    )) {
      const value = quoted ?? typed ?? '';
      const start = at + whole.length - values.length + index + (quoted === undefined ? 0 : 1);
      if (isDrawnAlone(value)) finds.push({ rule: 'key', name: 'parameters', start, end: start + value.length });
    }
  }
  for (const match of text.matchAll(INSERT)) finds.push(...findInserted(match));
  return finds;
}

/** Rows of a `COPY`, of any number. */
export function findCopies(text: string): readonly Find[] {
  if (!/\) FROM stdin/i.test(text)) return [];
  return [...text.matchAll(COPY)].flatMap(({ 0: whole, 1: columns = '', index }) => {
    const names = columns.split(',').map((name) => name.replace(/[\s"]/g, ''));
    const finds: Find[] = [];
    for (let start = index + whole.length; start < text.length && !text.startsWith('\\.', start);) {
      const line = text.indexOf('\n', start);
      const end = line === -1 ? text.length : line;
      let at = start;
      for (const [column, value] of text.slice(start, end).split('\t').entries()) {
        const name = names[column] ?? '';
        if (isSecretKey(name) && isMaskable(value))
          finds.push({ rule: 'key', name, start: at, end: at + value.length });
        at += value.length + 1;
      }
      start = end + 1;
    }
    return finds;
  });
}

function findInserted(match: RegExpExecArray): readonly Find[] {
  const [whole, columns = '', values = ''] = match;
  const names = columns.split(',').map((name) => name.replace(/[\s"`[\]]/g, ''));
  if (!names.some(isSecretKey)) return [];
  const from = match.index + whole.length - values.length;
  return [...values.matchAll(/'((?:[^'\\]|''|\\.){0,1000})'|[^,()']{1,200}/g)]
    .filter(([part]) => part.trim() !== '')
    .flatMap(({ 1: text, index }, column): readonly Find[] => {
      const name = names[column];
      if (name === undefined || text === undefined || !isSecretKey(name) || !isMaskable(text)) return [];
      return [{ rule: 'key', name, start: from + index + 1, end: from + index + 1 + text.length }];
    });
}
