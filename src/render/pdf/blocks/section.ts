/**
 * A section: its head by rank, then its blocks. A head that fits in front of axis B hangs: it shares the baseline of the
 * paragraph after it. Otherwise it stands on lines of its own, and stays with what follows.
 */
import type { Block, Chart, Section, SectionName, Table } from '../../../document/types.js';
import type { Context } from '../context.js';
import { addTag, kept, totalHeight, withFirst, type RunningTitle, type Strip, type Tag } from '../flow.js';
import { breakBalanced, breakLines, type Line } from '../lines.js';
import { baseline, lineItems, textItems, type LinkTags } from '../place.js';
import { spansOf, wordsOf } from '../spans.js';
import { SPACE, TYPE, WHOLE_ACTIVITY } from '../theme.js';
import { layoutChart } from './chart.js';
import { hangingHead, hangs, spaceBeside } from './hanging-head.js';
import { headingTag, headRules, headTop, LOOKS, type HeadLook } from './head-look.js';

/** The parts of the document that open with a title of their own. */
const TITLED = new Set(['experiment', 'appendix']);
/** Before the run and after it the same probes are looked at; method and rollbacks are activities alike; so are runs. */
const FAMILIES: Partial<Readonly<Record<SectionName, readonly Table['role'][]>>> = {
  definition: ['steady-state', 'method'],
  runs: ['runs'],
};
export function layoutSection(section: Section, context: Context): readonly Strip[] {
  const rank = context.rank === 0 && !TITLED.has(section.name) ? 1 : context.rank;
  const own = LOOKS[Math.min(rank, LOOKS.length - 1)];
  if (own === undefined) return [];
  const ruled = context.underHead && own.rule === 'subsection' ? { ...own, rule: null, above: SPACE.hair } : own;
  // Where a part of the head is stressed, the rest is not.
  const stressed = section.title.some((inline) => inline.kind === 'strong');
  const look: HeadLook = stressed ? { ...ruled, style: { ...ruled.style, face: 'sans' } } : ruled;
  const part = addTag(context.tag, 'Sect');
  const [first, ...rest] = section.blocks;
  const hanging = first?.kind === 'paragraph' && hangs(section, first, look, rank, context) ? first : null;
  const inner: Context = {
    ...context,
    tag: part,
    rank: rank + 1,
    level: context.level + 1,
    underHead: hanging === null && rank > 0,
    ...(FAMILIES[section.name] === undefined ? {} : { families: familiesIn(section) }),
  };

  let head: readonly Strip[];
  let over = 0;
  let blocks = section.blocks;
  if (rank === 0) {
    const chart = first?.kind === 'chart' ? first : null;
    if (chart !== null) blocks = rest;
    head = titleHead(section, look, chart, { ...inner, level: context.level });
  } else if (hanging !== null) {
    ({ strips: head, over } = hangingHead(section, look, hanging, { ...inner, level: context.level }));
    blocks = rest;
  } else head = plainHead(section, look, { ...inner, level: context.level });

  let body = context.layoutBlocks(blocks, inner);
  if (hanging !== null && blocks[0] !== undefined && blocks[0].kind !== 'section') {
    const space = blocks[0].kind === 'facts' ? SPACE.hair : SPACE.tight;
    body = withFirst(body, { space: blocks[0].kind === 'paragraph' ? spaceBeside(space, over, body[0]) : space });
  } else if (rank === 0 && body[0] !== undefined && blocks[0]?.kind === 'paragraph')
    body = withFirst(body, { space: SPACE.block });
  const joined =
    body.length === 0
      ? head.map((strip, index) => (index === head.length - 1 ? { ...strip, keep: false } : strip))
      : head;
  const title = wordsOf(section.title);
  const all = [...joined, ...body];
  const whole = section.name === 'activity' && totalHeight(all) <= WHOLE_ACTIVITY;
  return withFirst(whole ? kept(all) : all, {
    space: look.above,
    anchors: [section.id],
    heading: { title, section: section.id, level: context.level - 1 },
    ...pageStart(section, rank),
    ...(context.level === 2 ? { running: runningTitle(section, title) } : {}),
  });
}

/** Each table with those that it is read against. */
function familiesIn({ name, blocks }: Section): ReadonlyMap<Table, readonly Table[]> {
  const tables = tablesIn(blocks);
  const families = (FAMILIES[name] ?? []).map((role) => tables.filter((table) => table.role === role));
  return new Map(families.flatMap((family) => family.map((table) => [table, family])));
}

function tablesIn(blocks: readonly Block[]): readonly Table[] {
  return blocks.flatMap((block) =>
    block.kind === 'section' ? tablesIn(block.blocks) : block.kind === 'table' ? [block] : [],
  );
}

function runningTitle({ titleEnd, status }: Section, title: string): RunningTitle {
  return {
    title,
    ...(titleEnd === undefined ? {} : { end: titleEnd }),
    ...(status === undefined ? {} : { status: status.status }),
  };
}

function pageStart(section: Section, rank: number): Pick<Strip, 'startsPage'> {
  if (rank === 0) return { startsPage: 'always' };
  return section.startsPage === true ? { startsPage: 'after-half-a-page' } : {};
}

/** The title of an experiment: a short line over it, lines of like length, and the level line as its rule. */
function titleHead(section: Section, look: HeadLook, chart: Chart | null, context: Context): readonly Strip[] {
  const width = context.geometry.textWidth;
  const strips: Strip[] = [];
  const tag = headingTag(context);
  if (section.over !== undefined) {
    const style = TYPE.note;
    const over = addTag(context.tag, 'P');
    strips.push({
      height: style.leading + SPACE.hair,
      space: 0,
      items: textItems(section.over, 0, baseline(style), style, over, context.measure),
    });
  }
  const lines = breakBalanced(spansOf(section.title, look.style), width, look.style.leading, context.measure);
  strips.push(...headLines(lines, look, 0, tag, context));
  if (chart !== null) {
    strips.push(...withFirst(layoutChart(chart, context), { space: look.below }));
  } else {
    const last = strips.at(-1);
    if (last !== undefined) strips[strips.length - 1] = { ...last, height: last.height + look.below };
  }
  return kept(strips).map((strip) => ({ ...strip, keep: true }));
}

/** A head on lines of its own. */
function plainHead(section: Section, look: HeadLook, context: Context): readonly Strip[] {
  const lines = breakLines(
    spansOf(section.title, look.style),
    context.geometry.textWidth,
    look.style.leading,
    context.measure,
  );
  const strips = headLines(lines, look, headTop(look), headingTag(context), context);
  return withFirst(strips, { items: [...headRules(look, context), ...(strips[0]?.items ?? [])] }).map((strip) => ({
    ...strip,
    keep: true,
  }));
}

function headLines(lines: readonly Line[], look: HeadLook, top: number, tag: Tag, context: Context): readonly Strip[] {
  const links: LinkTags = new Map();
  return lines.map((line, index) => {
    const above = index === 0 ? top : 0;
    const placing = { x: 0, width: context.geometry.textWidth, tag, measure: context.measure };
    return {
      height: above + line.leading,
      space: 0,
      items: lineItems(line, above + baseline(look.style), placing, links),
    };
  });
}
