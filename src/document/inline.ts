/** Short ways to make inlines. All text goes through here, and so through `visible`. */
import type { Evidence, Instant, LevelLine, Time } from '../report/types.js';
import { evidenceId } from './ids.js';
import type {
  Block,
  CodeInline,
  Inline,
  LevelInline,
  LinkInline,
  Paragraph,
  ParagraphRole,
  StatusInline,
  StatusName,
  TextInline,
  TimeInline,
} from './types.js';
import { visibleLine } from './words/visible.js';
import type { Zone } from './words/zone.js';

/** Words, in one line. */
export function text(content: string): TextInline {
  return { kind: 'text', text: visibleLine(content) };
}

/** Words with weight: a name, a number that counts. */
export function strong(...children: readonly (Inline | string)[]): Inline {
  return { kind: 'strong', children: inlines(...children) };
}

/** Words said with stress. */
export function emphasis(...children: readonly (Inline | string)[]): Inline {
  return { kind: 'emphasis', children: inlines(...children) };
}

/** A value or a name as it is written. */
export function code(content: string, options: Pick<CodeInline, 'apart' | 'outOfTolerance'> = {}): CodeInline {
  return { kind: 'code', text: visibleLine(content), ...options };
}

/** A link inside the document. */
export function linkTo(id: string, ...children: readonly (Inline | string)[]): LinkInline {
  return { kind: 'link', to: { id }, children: inlines(...children) };
}

/** A link to the evidence of something, or the plain words where there is none. */
export function linkToEvidence(
  evidence: Evidence | null | undefined,
  ...children: readonly (Inline | string)[]
): Inline[] {
  return evidence ? [linkTo(evidenceId(evidence), ...children)] : inlines(...children);
}

/** A status with its mark. `bare`: a word in a sentence, without a frame. */
export function status(name: StatusName, word: string, bare = false): StatusInline {
  return { kind: 'status', status: name, word, ...(bare ? { bare } : {}) };
}

/** A time in words, and the instant that they stand for. */
export function time(instant: Instant, words: string): TimeInline {
  return { kind: 'time', instant, text: words };
}

/** A time of the journal in full, or as it was written where it is none. */
export function fullTime(value: Time | null, zone: Zone): Inline[] {
  if (!value) return [text('N/A')];
  return value.instant === null ? [text(value.text)] : [time(value.instant, zone.full(value.instant))];
}

/** A level line, and the words for those who do not see it. */
export function level(line: LevelLine | Exclude<LevelInline['level'], LevelLine>, alternative: string): LevelInline {
  return { kind: 'level', level: line, alternative };
}

/** Strings and inlines, as inlines. */
export function inlines(...parts: readonly (Inline | string | readonly Inline[])[]): Inline[] {
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'string') return only === '' ? [] : [text(only)];
  const all = parts.flatMap((part): readonly Inline[] =>
    typeof part === 'string'
      ? part === ''
        ? []
        : [text(part)]
      : Array.isArray(part)
        ? (part as readonly Inline[])
        : [part as Inline],
  );
  // A copy has no room to grow: of a long chapter the room for growth is a tenth of all memory.
  return all.slice();
}

/** Words as a block. */
export function paragraph(content: readonly Inline[] | string, role?: ParagraphRole): Paragraph {
  return {
    kind: 'paragraph',
    content: typeof content === 'string' ? inlines(content) : content,
    ...(role ? { role } : {}),
  };
}

/** Inlines as plain text: for contents, bookmarks, running heads. */
export function plainText(content: readonly Inline[]): string {
  return content
    .map((part): string => {
      switch (part.kind) {
        case 'text':
        case 'code':
        case 'time':
          return part.text;
        case 'strong':
        case 'emphasis':
        case 'link':
          return plainText(part.children);
        case 'status':
          return part.word;
        case 'level':
          return part.alternative;
        case 'break':
          return ' ';
      }
    })
    .join('');
}

/** Blocks without those that say nothing. */
export function present(...blocks: readonly (Block | null | false | undefined)[]): Block[] {
  return blocks.filter((block): block is Block => Boolean(block));
}
