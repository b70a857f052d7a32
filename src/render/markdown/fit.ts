/**
 * A chapter → the fullest Markdown of it that still fits: whole, else without its outputs, else its summary, else its
 * title. What is left out is said in its place. The order of a report is worst first, so what matters most is whole.
 */
import { leftOutNotice } from '../../document/page-words.js';
import type { Block, Paragraph, Section } from '../../document/types.js';
import type { ProfileRules } from './profile.js';

const TITLE_ROOM = 400;
/** Room for the sentence that says how many experiments are missing. */
const NOTICE_ROOM = 300;

/** Hands out the room that a text has. */
export interface Room {
  /** Whether more was taken than there was. */
  isOver(): boolean;
  /** Takes room for what must be there. */
  take(text: string): string;
  /** The first of the forms that leaves room for so many titles, or for half of the text; else the last. */
  opening<T extends { readonly text: string }>(forms: readonly (() => T)[], titles: number): T;
  /** The fullest rendering of the chapter that leaves room for `after` more titles; null where there is none. */
  chapter(section: Section, after: number, render: (section: Section) => Iterable<string>): Iterable<string> | null;
}

/** The room of a place that takes so much. `taken`: how long what stands there already is. */
export function roomOf({ limit, lengthOf }: ProfileRules, taken: number): Room {
  let left = limit - taken - (limit === Infinity ? 0 : NOTICE_ROOM);
  const take = (text: string): string => {
    left -= lengthOf(text);
    return text;
  };
  /** All the pieces, or null as soon as they are longer than that. */
  const fitting = (pieces: Iterable<string>, most: number): readonly string[] | null => {
    const taken: string[] = [];
    let length = 0;
    for (const piece of pieces) {
      length += lengthOf(piece);
      if (length > most) return null;
      taken.push(piece);
    }
    return taken;
  };
  return {
    isOver: () => left < 0,
    take,
    opening(forms, titles) {
      const room = left - Math.min(titles * TITLE_ROOM, left / 2);
      for (const form of forms.slice(0, -1)) {
        const made = form();
        if (lengthOf(made.text) <= room) return made;
      }
      const last = forms.at(-1);
      if (!last) throw new Error('There is no form.');
      return last();
    },
    chapter(section, after, render) {
      if (left === Infinity) return render(section);
      const room = left - after * TITLE_ROOM;
      for (const [shorter, most] of [
        [whole, room],
        [withoutOutputs, room],
        [summaryAlone, room],
        [titleAlone, left],
      ] as const) {
        const pieces = fitting(render(shorter(section)), most);
        if (pieces === null) continue;
        pieces.forEach(take);
        return pieces;
      }
      return null;
    },
  };
}

const whole = (section: Section): Section => section;

function withoutOutputs(section: Section): Section {
  return {
    ...section,
    blocks: section.blocks.map((block) =>
      isNamed(block, 'experiment-appendix') ? { ...block, blocks: [note('appendix')] } : block,
    ),
  };
}

/** What stands before the first part of the chapter, and its summary. */
function summaryAlone(section: Section): Section {
  const blocks = section.blocks.filter((block) => block.kind !== 'section' || isNamed(block, 'experiment-summary'));
  return { ...section, blocks: [...blocks, note('details')] };
}

function titleAlone(section: Section): Section {
  return { ...section, blocks: [note('details')] };
}

/** The summary, its tables cut to their first rows. */
export function shortSummary(sections: readonly Section[], rows = Infinity): Section[] {
  return sections
    .filter(({ name }) => name === 'summary')
    .map((section) => ({
      ...withShortTables(section, rows),
      blocks: [note(rows === Infinity ? 'parts' : 'rows'), ...withShortTables(section, rows).blocks],
    }));
}

function withShortTables(section: Section, rows: number): Section {
  return {
    ...section,
    blocks: section.blocks.map((block) => {
      if (block.kind === 'section') return withShortTables(block, rows);
      return block.kind === 'table' ? { ...block, rows: block.rows.slice(0, rows) } : block;
    }),
  };
}

function isNamed(block: Block, name: Section['name']): block is Section {
  return block.kind === 'section' && block.name === name;
}

function note(what: Parameters<typeof leftOutNotice>[0]): Paragraph {
  return { kind: 'paragraph', role: 'note', content: [{ kind: 'text', text: leftOutNotice(what) }] };
}
