/** A head that fits in front of axis B: it shares the baseline of the paragraph after it. */
import type { Block, Paragraph, Section } from '../../../document/types.js';
import type { Context } from '../context.js';
import { addTag, kept, totalHeight, type Item, type Strip } from '../flow.js';
import { breakLines } from '../lines.js';
import { baseline, lineItems, type LinkTags } from '../place.js';
import { spansOf } from '../spans.js';
import { headingTag, headRules, headTop, type HeadLook } from './head-look.js';
import { paragraphStyle } from './paragraph.js';
import { keepsNext } from './text.js';

/** A paragraph of six lines, with the rule over its head, stays whole. */
const WHOLE_LEAD = 92;
/** A sentence that stands before one of these belongs to it. */
const BELONGS = new Set(['table', 'facts', 'code', 'list', 'chart', 'callout']);
/** These are headed by the names of activities, and never hang. */
const NEVER_HANGING = new Set(['activity', 'output']);

/** Whether the head is short enough to stand in front of its paragraph. */
export function hangs(section: Section, first: Paragraph, look: HeadLook, rank: number, context: Context): boolean {
  if (rank === 0 || NEVER_HANGING.has(section.name) || first.role === 'heading' || first.role === 'error-headline')
    return false;
  const { labelWidth } = context.geometry;
  const lines = breakLines(spansOf(section.title, look.style), labelWidth, look.style.leading, context.measure);
  return lines.length <= 3 && lines.every((line) => line.width <= labelWidth && line.pieces.at(-1)?.kind !== 'elbow');
}

/** The room above a line beside what a head of several lines goes below its paragraph: what is under both stays free. */
export function spaceBeside(space: number, over: number, line: Strip | undefined): number {
  return Math.max(space - over, -(line?.height ?? 0));
}

/** A head in front of its paragraph, on one baseline. `over`: how far the head goes below the paragraph. */
export function hangingHead(
  section: Section,
  look: HeadLook,
  paragraph: Paragraph,
  context: Context,
): { readonly strips: readonly Strip[]; readonly over: number } {
  const { labelWidth } = context.geometry;
  const style = paragraphStyle(paragraph, context);
  const headBroken = breakLines(spansOf(section.title, look.style), labelWidth, look.style.leading, context.measure);
  const lines = breakLines(spansOf(paragraph.content, style), context.width, style.leading, context.measure);
  const heading = headingTag(context);
  const prose = addTag(context.tag, 'P');
  const top = headTop(look);
  const first = Math.max(baseline(look.style), baseline(style));
  const headTopAt = top + first - baseline(look.style);
  const proseTop = top + first - baseline(style);

  const items: Item[] = [...headRules(look, context)];
  const headLinks: LinkTags = new Map();
  for (const [i, line] of headBroken.entries()) {
    const y = headTopAt + i * look.style.leading + baseline(look.style);
    items.push(...lineItems(line, y, { x: 0, width: labelWidth, tag: heading, measure: context.measure }, headLinks));
  }
  const headHeight = headTopAt + headBroken.length * look.style.leading;
  // As many lines of the paragraph as stand beside the head belong to its strip, and at least two.
  let beside = Math.min(2, lines.length);
  while (beside < lines.length && proseTop + beside * style.leading < headHeight - style.leading / 2) beside++;
  if (lines.length - beside === 1) beside++;
  const links: LinkTags = new Map();
  const placing = { x: context.x, width: context.width, tag: prose, measure: context.measure };
  for (const [i, line] of lines.slice(0, beside).entries()) {
    items.push(...lineItems(line, proseTop + i * style.leading + baseline(style), placing, links));
  }
  const proseHeight = proseTop + beside * style.leading;
  const strips: Strip[] = [{ height: Math.max(headHeight, proseHeight), space: 0, items }];
  const below = lines.slice(beside);
  for (const [i, line] of below.entries()) {
    const y = baseline(style);
    strips.push({
      height: style.leading,
      space: 0,
      items: lineItems(line, y, placing, links),
      keep: keepsNext(i + 2, below.length + 2),
    });
  }
  if (paragraph.id !== undefined) strips[0] = { ...strips[0], anchors: [paragraph.id] } as Strip;
  const last = strips.at(-1);
  if (last !== undefined && (belongs(section.blocks[1]) || (lines.length === 1 && goesOn(section.blocks[1]))))
    strips[strips.length - 1] = { ...last, keep: true };
  return {
    strips: totalHeight(strips) <= WHOLE_LEAD ? kept(strips) : strips,
    over: Math.max(0, headHeight - proseHeight),
  };
}

/** Whether a line that stands alone beside its head has more after it. */
function goesOn(block: Block | undefined): boolean {
  return block !== undefined && block.kind !== 'section';
}

/** Whether a block belongs to the sentence before it. */
function belongs(block: Block | undefined): boolean {
  return block !== undefined && (BELONGS.has(block.kind) || (block.kind === 'paragraph' && block.role === 'note'));
}
