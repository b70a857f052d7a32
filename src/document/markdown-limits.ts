/** Markdown text → whether it is taken as Markdown at all: no description is so long, so deep or so wide. */

/** Characters. The lexer's time grows with the square of some texts; this many take it two seconds at worst. */
const LONGEST = 20_000;
/** Quotes and lists in one another. */
const DEEPEST = 30;
/** Columns of a table. A page holds fewer. */
const WIDEST = 40;

/** Whether the lexer may be given the text: its calls go as deep as the marks at the beginning of a line. */
export function isReadable(source: string): boolean {
  if (source.length > LONGEST) return false;
  return source.split('\n').every((line) => {
    const [marks = ''] = /^(?:[\s>]|[-*+](?=\s)|\d{1,9}[.)](?=\s))*/.exec(line) ?? [];
    return marks.replace(/[^>*+.)-]/g, '').length <= DEEPEST;
  });
}

/** A line of words: it begins with a letter, and has no sign that means anything in Markdown, nor a beginning of an address. */
const WORDS = /^(?!.*www)\p{L}(?:[\p{L}\p{N} ,.;?!'"()%+-]*[\p{L}\p{N},.;?!'"()%+-])?$/iu;

/** Whether a text is one paragraph of plain words. Most are, and the lexer takes longer to get ready than to read them. */
export function isPlain(source: string): boolean {
  return source.length <= LONGEST && WORDS.test(source);
}

/** What marked's tokens have of these. */
interface Nested {
  readonly type: string;
  readonly tokens?: readonly Nested[];
  readonly items?: readonly Nested[];
  readonly header?: readonly unknown[];
}

/** Whether every table can be laid out, and nothing is in more than so much else. */
export function isShowable(tokens: readonly Nested[]): boolean {
  let level = tokens;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > 3 * DEEPEST || level.some(({ header }) => header && header.length > WIDEST)) return false;
    level = level.flatMap(({ tokens: inner = [], items = [] }) => [...inner, ...items]);
  }
  return true;
}
