/** A section → its heading, a heading that shares its paragraph's line, or a fold. */
import type { Block, ParagraphRole, Section, SectionName } from '../../document/types.js';
import { plainText } from '../../document/inline.js';
import { visibleLine } from '../../document/words/visible.js';
import type { Experiment } from '../../report/types.js';
import { MAX_LEVEL, type Frame } from './frame.js';
import { status } from './status.js';

/** Titles that somebody has given: of any length, so nothing stands beside them. */
const NAMED = new Set<SectionName>(['experiment', 'activity', 'output', 'rollback-results']);
/** Titles of experiments that stand beside a sentence: set large, they would be five lines. */
const SMALL_TITLE = new Set<SectionName>(['series']);
/** Beside a sentence a longer title would be more than three lines. */
const LONGEST_HANGING = 45;
/** A page of its own on paper; on a screen it is there when it is asked for. */
const FOLDED_HERE = new Set<SectionName>(['how-to-read']);

/** The place of a section's content. An experiment, and what starts a page of its own, has a page title: rank 0. */
export function sectionFrame(section: Section, outer: Frame): Frame {
  const isChapter = outer.outermost && section.startsPage === true;
  return {
    ...outer,
    outermost: false,
    level: Math.min(outer.level + 1, MAX_LEVEL),
    rank:
      section.name === 'experiment' || isChapter ? 0 : Math.max(outer.rank + 1, SMALL_TITLE.has(section.name) ? 2 : 0),
  };
}

/** What `section.hbs` is given beside the section's own fields. */
export function sectionView(section: Section, frame: Frame): object {
  const [first] = section.blocks;
  const fold = section.fold ?? (FOLDED_HERE.has(section.name) ? 'closed' : undefined);
  const hangs =
    fold === undefined &&
    section.status === undefined &&
    !NAMED.has(section.name) &&
    frame.rank > 0 &&
    plainText(section.title).length <= LONGEST_HANGING &&
    first !== undefined &&
    isHanging(first);
  return {
    ...section,
    fold,
    tag: `h${frame.level}`,
    isOpen: fold === 'open',
    verdict: section.name === 'experiment' ? section.status?.status : undefined,
    ...(section.name === 'experiment' && frame.experiment !== null ? filterValues(frame.experiment) : {}),
    element: section.name === 'experiment' ? 'article' : 'section',
    // An experiment's verdict stands under its title as a callout already: the section's own is for contents and filters.
    mark: section.status === undefined || section.name === 'experiment' ? '' : status(section.status, frame),
    hanging: hangs ? hanging(section.blocks) : [],
    rest: hangs ? section.blocks.slice(hanging(section.blocks).length) : section.blocks,
  };
}

/** What the script filters by. A tag a line. */
export function filterValues({ status, tags }: Pick<Experiment, 'status' | 'tags'>): {
  readonly journalStatus: string | null;
  readonly tags: string;
} {
  return {
    journalStatus: status === null ? null : visibleLine(status),
    tags: tags.map((tag) => visibleLine(tag).replace(/\s+/g, ' ')).join('\n'),
  };
}

/** The paragraphs that follow the heading directly: they stand together beside it. */
function hanging(blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findIndex((block) => !isHanging(block));
  return end === -1 ? blocks : blocks.slice(0, end);
}

const HANGING_ROLES = new Set<ParagraphRole>(['body', 'lead', 'note', 'intro']);

function isHanging(block: Block): boolean {
  return block.kind === 'paragraph' && HANGING_ROLES.has(block.role ?? 'body');
}
