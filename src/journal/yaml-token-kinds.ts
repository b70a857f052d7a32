/** A token of the lexer of YAML → what it is. The lexer gives strings, and says of a text only that one follows. */

/** `header`: what begins a block of text. `odd`: what changes what stands beside it: a tag, a merge, a key with a mark. */
export type TokenKind =
  | 'anchor'
  | 'alias'
  | 'list'
  | 'map'
  | 'end'
  | 'comma'
  | 'colon'
  | 'dash'
  | 'header'
  | 'text'
  | 'odd'
  | 'line'
  | 'document'
  | 'nothing';

const BY_TOKEN: Readonly<Record<string, TokenKind>> = {
  '[': 'list',
  '{': 'map',
  ']': 'end',
  '}': 'end',
  ',': 'comma',
  ':': 'colon',
  '-': 'dash',
  '?': 'odd',
  '\n': 'line',
  '\r\n': 'line',
  '---': 'document',
  '...': 'document',
};

const BY_BEGINNING: Readonly<Record<string, TokenKind>> = {
  '&': 'anchor',
  '*': 'alias',
  '!': 'odd',
  '|': 'header',
  '>': 'header',
  '"': 'text',
  "'": 'text',
};

/** Marks between the pieces of the text, which are none of it themselves. */
const DOCUMENT_FOLLOWS = '\x02';
const BRACKETS_BROKEN = '\x18';
const TEXT_FOLLOWS = '\x1f';

/** Whether a token is a piece of the text, and no mark. */
export function isPiece(token: string): boolean {
  return token !== DOCUMENT_FOLLOWS && token !== BRACKETS_BROKEN && token !== TEXT_FOLLOWS;
}

/** The kind of a token, by the one before it. Marks and comments are nothing, and so is space. */
export function kindOf(token: string, before: string): TokenKind {
  if (before === TEXT_FOLLOWS) return token === '<<' ? 'odd' : 'text';
  return BY_TOKEN[token] ?? BY_BEGINNING[token.charAt(0)] ?? 'nothing';
}
