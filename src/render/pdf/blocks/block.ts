/** Any block into strips: hands it to the file of its kind, and puts the room between two blocks. */
import type { Block } from '../../../document/types.js';
import type { Context } from '../context.js';
import { withFirst, type Strip } from '../flow.js';
import { layoutCallout } from './callout.js';
import { layoutChart } from './chart.js';
import { layoutCode } from './code.js';
import { layoutFacts } from './facts.js';
import { layoutList } from './list.js';
import { layoutParagraph } from './paragraph.js';
import { layoutQuote } from './quote.js';
import { layoutSection } from './section.js';
import { layoutTable } from './table.js';
import { SPACE } from '../theme.js';

/** Blocks one under the other. */
export function layoutBlocks(blocks: readonly Block[], context: Context): readonly Strip[] {
  const strips: Strip[] = [];
  let previous: Block | null = null;
  for (const [index, block] of blocks.entries()) {
    const own = layoutBlock(block, { ...context, underHead: context.underHead && previous === null });
    const laid = leadsTo(previous, block, blocks[index + 1]) ? own.map((strip) => ({ ...strip, keep: true })) : own;
    // A section brings the room above its own head with it.
    const space = block.kind === 'section' ? (laid[0]?.space ?? 0) : spaceBetween(previous, block);
    for (const strip of withFirst(laid, { space })) strips.push(strip);
    if (laid.length > 0) previous = block;
  }
  return strips;
}

/**
 * A plot stays with the sentence that says what it shows and with the note below it, a traceback with the message of the error;
 * statistics that have no plot with the note above them.
 */
function leadsTo(previous: Block | null, block: Block, next: Block | undefined): boolean {
  if (block.kind === 'chart') return block.chart.kind === 'series' && isNote(next);
  if (block.kind !== 'paragraph') return false;
  switch (next?.kind) {
    case 'chart':
      return next.chart.kind === 'series';
    case 'code':
      return next.language === 'traceback';
    case 'table':
      return next.role === 'statistics' && isNote(block) && previous?.kind !== 'chart';
    default:
      return false;
  }
}

function isNote(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && block.role === 'note';
}

/** One block. */
function layoutBlock(block: Block, context: Context): readonly Strip[] {
  switch (block.kind) {
    case 'section':
      return layoutSection(block, context);
    case 'paragraph':
      return layoutParagraph(block, context);
    case 'list':
      return layoutList(block, context);
    case 'facts':
      return layoutFacts(block, context);
    case 'table':
      return layoutTable(block, context);
    case 'code':
      return layoutCode(block, context);
    case 'callout':
      return layoutCallout(block, context);
    case 'quote':
      return layoutQuote(block, context);
    case 'chart':
      return layoutChart(block, context);
  }
}

/** The room between two blocks of a section; after its head where there is none before. */
function spaceBetween(previous: Block | null, block: Block): number {
  if (previous === null)
    return block.kind === 'facts' || (block.kind === 'callout' && block.role !== 'verdict') ? SPACE.hair : SPACE.tight;
  switch (block.kind) {
    case 'paragraph':
      return block.role === 'note' || previous.kind === 'table' || previous.kind === 'code' ? SPACE.small : SPACE.tight;
    case 'facts':
      return previous.kind === 'paragraph' && block.role === undefined ? SPACE.hair : SPACE.small;
    case 'callout':
      return previous.kind === 'callout' && previous.role === block.role ? 0 : SPACE.step;
    case 'list':
      return block.role === 'key' ? SPACE.small : SPACE.tight;
    case 'table':
      return previous.kind === 'table' || block.role === 'matrix' ? SPACE.block : SPACE.tight;
    case 'chart':
      return SPACE.step;
    case 'code':
    case 'quote':
    case 'section':
      return SPACE.tight;
  }
}
