/**
 * The bytes of JSON text, chunk by chunk → where in them each value of a long file stands: the items of a list, values that
 * follow one another (JSON Lines), or the head and the experiments of a report of ours. Only brackets, quotes, commas and
 * line ends are looked at: a file of any length is split in constant memory, and whatever is wrong inside a value is left
 * to the parser, which can name it.
 */

/** A value's place in the bytes of its file. */
export interface Span {
  /** Offsets in bytes: of its first one, and after its last one. */
  readonly start: number;
  readonly end: number;
  /** Where it begins, both from 1; columns count bytes. */
  readonly line: number;
  readonly column: number;
  /** The how-manieth value it is, from 0. */
  readonly index: number;
}

/** How a file is made up. */
export interface Layout {
  /** `one`: one value or none, whole or broken. */
  readonly kind: 'one' | 'list' | 'sequence' | 'report';
  /** Lists and objects; nothing where there is one value. */
  readonly items: readonly Span[];
  /** The head of a report. */
  readonly head: Span | null;
  /** False where something is wrong between the values or at the end, or where a value is no list and no object. */
  readonly regular: boolean;
}

/** Takes the chunks in order. */
export interface Splitter {
  push(chunk: Uint8Array): void;
  end(): Layout;
}

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const LF = 10;

/** What a file is by its first bytes: a list, a report of ours, or a value that may be followed by others. */
export function kindOfJson(beginning: Uint8Array): 'list' | 'report' | 'sequence' {
  const text = Buffer.from(beginning.subarray(0, 256)).toString('latin1');
  if (/^(\xef\xbb\xbf)?\s*\[/.test(text)) return 'list';
  return /^(\xef\xbb\xbf)?\s*\{\s*"head"\s*:/.test(text) ? 'report' : 'sequence';
}

/** `kind`: what {@link kindOfJson} says. `lines`: each line is a value, whatever the first one looks like. */
export function createSplitter(kind: 'list' | 'report' | 'sequence', lines = false): Splitter {
  const items: Span[] = [];
  let at = 0;
  let line = 1;
  let lineStart = 0;
  let depth = 0;
  let inString = false;
  let escaped = false;
  let byLine = lines;
  /** The depth at which values are split off. */
  let level = kind === 'sequence' ? 0 : 1;
  /** Commas met at that depth. */
  let commas = 0;
  let regular = true;
  let closed = false;
  let head: Span | null = null;
  let open: Omit<Span, 'end'> | undefined;

  /** In a report values of the top level are passed over, but for the head, which is the first. */
  const splits = (): boolean => kind !== 'report' || level === 2 || head === null;
  const begin = (): void => {
    open ??= { start: at, line, column: at - lineStart + 1, index: kind === 'sequence' ? items.length : commas };
  };
  const finish = (end: number): void => {
    if (!open) return;
    const span = { ...open, end };
    open = undefined;
    if (kind === 'report' && level === 1) head = span;
    else items.push(span);
  };
  const openBracket = (list: boolean): void => {
    if (depth === level && splits()) begin();
    else if (depth === level && list) {
      level = 2;
      commas = 0;
    }
    depth++;
  };
  const closeBracket = (): void => {
    depth--;
    if (depth === level) finish(at + 1);
    else if (depth < level) {
      finish(at);
      if (commas !== Math.max(items.length - 1, 0)) regular = false;
      closed ||= depth === 0;
      // Past the list of experiments, or the end, nothing is split off.
      level = Infinity;
    } else closed ||= depth === 0 && kind !== 'sequence';
  };
  const structure = (c: number): void => {
    if (c === QUOTE) inString = true;
    if (closed) regular = false;
    else if (c === 123 || c === 91) openBracket(c === 91);
    else if ((c === 125 || c === 93) && depth > 0) closeBracket();
    else if (c === COMMA && depth === level && depth > 0) commas++;
    else if (depth === 0) begin();
    else if (depth === level && (kind === 'list' || level === 2)) regular = false;
  };

  return {
    push(chunk) {
      const base = at;
      for (let i = 0; i < chunk.length; i++) {
        const c = chunk[i] as number;
        at = base + i;
        if (byLine) {
          if (c === LF) finish(at);
          else if (c > 32) begin();
        } else if (inString) {
          if (escaped) escaped = false;
          else if (c === BACKSLASH) escaped = true;
          else if (c === QUOTE) inString = false;
        } else if (c > 32 && !(at < 3 && c >= 0xbb)) structure(c);
        if (c === LF) {
          // The first line is a value: so are the others.
          byLine ||= kind === 'sequence' && items.length === 1 && items[0]?.line === line && !open;
          line++;
          lineStart = at + 1;
        }
      }
      at = base + chunk.length;
    },
    end() {
      finish(at);
      if (kind !== 'sequence') return { kind, items, head, regular: regular && closed };
      const several = items.length > 1 || lines;
      return { kind: several ? 'sequence' : 'one', items: several ? items : [], head, regular: true };
    },
  };
}
