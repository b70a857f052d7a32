/**
 * A section: its head by rank, then its blocks. A head that fits in front of axis B hangs: it shares the baseline of the
 * paragraph after it. Otherwise it stands on lines of its own, and stays with what follows.
 */
import type { Block, Chart, Paragraph, Section, SectionName, Table } from '../../../document/types.js';
import type { Context } from '../context.js';
import {
  addTag,
  kept,
  totalHeight,
  withFirst,
  type Item,
  type RunningTitle,
  type Strip,
  type Tag,
  type TagRole,
} from '../flow.js';
import { breakBalanced, breakLines, type Line } from '../lines.js';
import { baseline, lineItems, ruleItem, textItems, type LinkTags } from '../place.js';
import { spansOf, wordsOf } from '../spans.js';
import { RULE, SPACE, TYPE, WHOLE_ACTIVITY, type TextStyle } from '../theme.js';
import { layoutChart } from './chart.js';
import { paragraphStyle } from './paragraph.js';
import { keepsNext } from './text.js';

/** How heads look, from what has pages of its own down. `above` is the room above the rule. */
interface HeadLook {
  readonly style: TextStyle;
  readonly above: number;
  readonly rule: 'section' | 'subsection' | null;
  /** From the rule to the head. */
  readonly inside: number;
  readonly below: number;
}

const LOOKS: readonly HeadLook[] = [
  { style: TYPE.pageTitle, above: SPACE.part, rule: null, inside: 0, below: 9 },
  { style: TYPE.section, above: SPACE.section, rule: 'section', inside: 5, below: 3 },
  { style: TYPE.subsection, above: SPACE.block, rule: 'subsection', inside: 5.5, below: 0 },
  { style: TYPE.subsubsection, above: SPACE.step, rule: null, inside: 0, below: 0 },
];

const HEADINGS: readonly TagRole[] = ['H1', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'];

/** The parts of the document that open with a title of their own. */
const TITLED = new Set(['experiment', 'appendix']);
/** A sentence that stands before one of these belongs to it. */
const BELONGS = new Set(['table', 'facts', 'code', 'list', 'chart', 'callout']);
/** Before the run and after it the same probes are looked at; method and rollbacks are activities alike; so are runs. */
const FAMILIES: Partial<Readonly<Record<SectionName, readonly Table['role'][]>>> = {
  definition: ['steady-state', 'method'],
  runs: ['runs'],
};
/** These are headed by the names of activities, and never hang. */
const NEVER_HANGING = new Set(['activity', 'output']);

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
  let blocks = section.blocks;
  if (rank === 0) {
    const chart = first?.kind === 'chart' ? first : null;
    if (chart !== null) blocks = rest;
    head = titleHead(section, look, chart, { ...inner, level: context.level });
  } else if (hanging !== null) {
    head = hangingHead(section, look, hanging, { ...inner, level: context.level });
    blocks = rest;
  } else head = plainHead(section, look, { ...inner, level: context.level });

  let body = context.layoutBlocks(blocks, inner);
  if (hanging !== null && blocks[0] !== undefined && blocks[0].kind !== 'section') {
    body = withFirst(body, { space: blocks[0].kind === 'facts' ? SPACE.hair : SPACE.tight });
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

/** Whether the head is short enough to stand in front of its paragraph. */
function hangs(section: Section, first: Paragraph, look: HeadLook, rank: number, context: Context): boolean {
  if (rank === 0 || NEVER_HANGING.has(section.name) || first.role === 'heading' || first.role === 'error-headline')
    return false;
  const { labelWidth } = context.geometry;
  const lines = breakLines(spansOf(section.title, look.style), labelWidth, look.style.leading, context.measure);
  return lines.length <= 3 && lines.every((line) => line.width <= labelWidth && line.pieces.at(-1)?.kind !== 'elbow');
}

function headingTag(context: Context): Tag {
  return addTag(context.tag, HEADINGS[context.level] ?? 'P');
}

function rules(look: HeadLook, context: Context): readonly Item[] {
  if (look.rule === null) return [];
  const width = RULE[look.rule];
  return [ruleItem(0, context.geometry.textWidth, width / 2, width, look.rule === 'section' ? 'accent' : 'rule')];
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
  return withFirst(strips, { items: [...rules(look, context), ...(strips[0]?.items ?? [])] }).map((strip) => ({
    ...strip,
    keep: true,
  }));
}

function headTop(look: HeadLook): number {
  return look.rule === null ? 0 : RULE[look.rule] + look.inside;
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

/** A head in front of its paragraph, on one baseline. */
function hangingHead(section: Section, look: HeadLook, paragraph: Paragraph, context: Context): readonly Strip[] {
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

  const items: Item[] = [...rules(look, context)];
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
  const strips: Strip[] = [{ height: Math.max(headHeight, proseTop + beside * style.leading), space: 0, items }];
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
  if (last !== undefined && BELONGS.has(section.blocks[1]?.kind ?? ''))
    strips[strips.length - 1] = { ...last, keep: true };
  return strips;
}
