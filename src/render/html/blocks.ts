/** Blocks → HTML: each goes to the template named as its kind, with a view that knows what the look asks of it. */
import { MATRIX_ID } from '../../document/ids.js';
import type { Block, ContentsEntry, Inline, Section } from '../../document/types.js';
import { isLong } from '../pieces.js';
import type { TemplateFile } from '../types.js';
import { calloutView } from './callout.js';
import { chartView } from './chart.js';
import { codeView } from './code.js';
import { escape } from './escape.js';
import { factsView } from './facts.js';
import { hrefOf, idIn, INDEX, type Frame } from './frame.js';
import { inlines } from './inline.js';
import { listView } from './list.js';
import { later, outside, withParts, type Part } from './parts.js';
import { paragraphView } from './paragraph.js';
import { sectionFrame, sectionView } from './section.js';
import { mark } from './status.js';
import { tableView } from './table.js';
import { TEMPLATE_NAMES, type TemplateName } from './template-names.js';
import { compileTemplates, loadTemplates, type Helpers, type Templates } from './templates.js';

/**
 * Stands in the rendered page where the experiments go: the page is cut there, what is before it is written when the
 * report is opened and what is after it when it is closed. No text of a page can contain it, for a NUL is never written.
 */
export const CHAPTERS = '\u0000chapters\u0000';

const HELPERS: Helpers = {
  blocks: (blocks: readonly Block[], frame) =>
    frame.parts === null ? renderBlocks(blocks, frame) : later(frame.parts, () => blockPieces(blocks, outside(frame))),
  chapters: () => CHAPTERS,
  inlines: (content: readonly Inline[], frame) => inlines(content, frame),
  link: (id: string, frame) => escape(idIn(frame, id)),
  text: (text: string) => escape(text),
};

const OWN = loadTemplates(HELPERS);

/**
 * The templates of a rendering: ours, or with some of the user's own in their places.
 *
 * @throws ReportError `template`.
 */
export async function templatesWith(files: ReadonlyMap<string, TemplateFile>): Promise<Templates> {
  const own = new Map(
    TEMPLATE_NAMES.flatMap((name): [TemplateName, TemplateFile][] => {
      const file = files.get(`${name}.hbs`);
      return file ? [[name, file]] : [];
    }),
  );
  return own.size === 0 ? OWN : compileTemplates(HELPERS, own);
}

/** Renders blocks in order, nested sections a level deeper. */
export function renderBlocks(blocks: readonly Block[], frame: Frame): string {
  let out = '';
  for (const block of blocks) out += renderBlock(block, frame);
  return out;
}

function renderBlock(block: Block, frame: Frame): string {
  switch (block.kind) {
    case 'section': {
      const inside = sectionFrame(block, frame);
      return frame.render('section', sectionView(block, inside), inside);
    }
    case 'code':
      return frame.render('code', codeView(block, frame), frame);
    case 'paragraph':
      return frame.render('paragraph', paragraphView(block), frame);
    case 'list':
      return frame.render('list', listView(block), frame);
    case 'facts':
      return frame.render('facts', factsView(block, frame), frame);
    case 'table':
      return frame.render('table', tableView(block, frame), frame);
    case 'callout':
      return frame.render('callout', calloutView(block, frame), frame);
    case 'quote':
      return frame.render('quote', block, frame);
    case 'chart':
      return frame.render('chart', chartView(block, frame), frame);
  }
}

/**
 * Renders a chapter in the place under `frame`; a long one piece by piece: what stands in its sections is rendered when what stands
 * before it is taken.
 */
export function chapterPieces(chapter: Section, frame: Frame): Iterable<string> {
  return isLong(chapter) ? blockPieces([chapter], frame) : [renderBlock(chapter, frame)];
}

function* blockPieces(blocks: readonly Block[], frame: Frame): Generator<string> {
  for (const block of blocks) {
    if (block.kind !== 'section' && block.kind !== 'code') {
      yield renderBlock(block, frame);
      continue;
    }
    const parts: Part[] = [];
    yield* withParts(renderBlock(block, { ...frame, parts }), parts);
  }
}

/** Whether an entry is an experiment with its runs below it, or all experiments. */
function hasRuns({ children }: ContentsEntry): boolean {
  return children.some(({ status }) => status !== undefined);
}

/** Where a line of the contents leads: that of all experiments, where each has a page of its own, to their table. */
function placeOf(entry: ContentsEntry, { page }: Frame): string {
  return page === INDEX && entry.status === undefined && hasRuns(entry) ? MATRIX_ID : entry.target;
}

/** Renders a list of the contents, and the lists below it. `inside`: the runs of an experiment. */
export function renderContents(entries: readonly ContentsEntry[], frame: Frame, inside = false): string {
  if (entries.length === 0) return '';
  const lines = entries.map((entry) => ({
    ...entry,
    // Filters hide a run, not the experiment it stands below.
    filtered: entry.status !== undefined && !hasRuns(entry),
    address: hrefOf(frame, placeOf(entry, frame)),
    mark: entry.status === undefined ? '' : mark(entry.status.status, frame),
    below: renderContents(entry.children, frame, entry.status !== undefined),
  }));
  const className = entries.every((entry) => entry.status === undefined) ? 'parts' : inside ? 'runs' : 'experiments';
  return frame.render('contents', { entries: lines, className }, frame);
}
