/**
 * A chapter → the fullest Markdown of it that still fits: whole, else without its outputs, else its summary, else its
 * title. What is left out is said in its place. The order of a report is worst first, so what matters most is whole.
 */
import { leftOutNotice } from '../../document/page-words.js';
import type { Block, Paragraph, Section } from '../../document/types.js';
import type { ProfileRules } from './profile.js';

const TITLE_ROOM = 400;

/** Hands out the room that a text has. */
export interface Room {
  /** Whether more was taken than there was. */
  isOver(): boolean;
  /** Takes room for what must be there. */
  take(text: string): string;
  /** The fullest rendering of the chapter that leaves room for `after` more titles. */
  chapter(section: Section, after: number, render: (section: Section) => string): string;
}

export function roomOf({ limit, lengthOf }: ProfileRules): Room {
  let left = limit;
  const take = (text: string): string => {
    left -= lengthOf(text);
    return text;
  };
  return {
    isOver: () => left < 0,
    take,
    chapter(section, after, render) {
      const room = left - after * TITLE_ROOM;
      for (const shorter of [whole, withoutOutputs, summaryAlone]) {
        const text = render(shorter(section));
        if (lengthOf(text) <= room) return take(text);
      }
      return take(render(titleAlone(section)));
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

function isNamed(block: Block, name: Section['name']): block is Section {
  return block.kind === 'section' && block.name === name;
}

function note(what: Parameters<typeof leftOutNotice>[0]): Paragraph {
  return { kind: 'paragraph', role: 'note', content: [{ kind: 'text', text: leftOutNotice(what) }] };
}
