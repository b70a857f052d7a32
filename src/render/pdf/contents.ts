/** The contents: a line for each part of the document and each experiment, with pages that are known when all is laid out. */
import { CONTENTS_TITLE } from '../../document/page-words.js';
import type { ContentsEntry } from '../../document/types.js';
import { rowStrips, type Cell } from './blocks/cells.js';
import type { Context } from './context.js';
import { addTag, withFirst, type Item, type Strip, type Tag } from './flow.js';
import { breakLines } from './lines.js';
import { baseline, lineItems, ruleItem } from './place.js';
import { plainSpan, spansOf } from './spans.js';
import { RULE, SPACE, TYPE, type TextStyle } from './theme.js';

/** Between two parts of the contents; the room for their page numbers. */
const ENTRY_GAP = 16;
const NUMBER_WIDTH = 30;

/** So many experiments at most are listed with the parts of their chapters. */
const WITH_PARTS = 12;

/** The contents, beginning a page, or below the end of a summary that has run over. */
export function contentsStrips(entries: readonly ContentsEntry[], context: Context): readonly Strip[] {
  const part = addTag(context.tag, 'Sect');
  const style = TYPE.pageTitle;
  const heading = addTag(part, 'H2');
  const [line] = breakLines(
    [plainSpan(CONTENTS_TITLE, style)],
    context.geometry.textWidth,
    style.leading,
    context.measure,
  );
  const items =
    line === undefined
      ? []
      : lineItems(line, baseline(style), { x: 0, width: 0, tag: heading, measure: context.measure }, new Map());
  const title: Strip = {
    height: style.leading + SPACE.block,
    space: SPACE.part,
    items,
    keep: true,
    startsPage: 'after-a-part',
    anchors: ['contents'],
    heading: { title: CONTENTS_TITLE, section: '', level: 1 },
    running: { title: CONTENTS_TITLE },
  };
  const toc: Context = { ...context, tag: addTag(part, 'TOC') };
  return [title, ...entries.flatMap((entry, index) => headEntry(entry, index === 0, toc))];
}

/** A part of the document: its title at axis A, on a rule; experiments one by one below, other parts in a row. */
function headEntry(entry: ContentsEntry, first: boolean, context: Context): readonly Strip[] {
  const item = addTag(context.tag, 'TOCI');
  const style = TYPE.contentsHead;
  const look = { style, number: style, rule: 'section', x: 0, tag: item } as const;
  const head = withFirst(entryStrips(entry, look, context), { space: first ? 0 : ENTRY_GAP });
  if (entry.children.length === 0)
    return head.map((strip, index) => (index === head.length - 1 ? { ...strip, keep: false } : strip));
  const inner: Context = { ...context, tag: addTag(item, 'TOC') };
  const listed = entry.children.some((child) => child.status !== undefined);
  if (!listed) return [...head, ...childStrips(entry.children, inner)];
  // Many experiments stand close: what their chapters are made of is the same in each.
  const listing = entry.children.reduce((sum, child) => sum + (hasRuns(child) ? child.children.length : 1), 0);
  return [
    ...head,
    ...entry.children.flatMap((child, index) =>
      experimentEntry(listing > WITH_PARTS && !hasRuns(child) ? { ...child, children: [] } : child, index === 0, inner),
    ),
  ];
}

/** Whether an entry is an experiment with its runs below it. */
function hasRuns({ children }: ContentsEntry): boolean {
  return children.some(({ status }) => status !== undefined);
}

/** An experiment: its verdict at axis A, its title at axis B, its parts in a row below. */
function experimentEntry(entry: ContentsEntry, first: boolean, context: Context): readonly Strip[] {
  const item = addTag(context.tag, 'TOCI');
  const rule = first ? null : ('row' as const);
  const look = {
    style: TYPE.contentsEntry,
    number: TYPE.pageNumber,
    rule,
    x: context.geometry.axisB,
    tag: item,
  } as const;
  const strips = withFirst(entryStrips(entry, look, context), { space: SPACE.tight });
  if (entry.children.length === 0)
    return strips.map((strip, index) => (index === strips.length - 1 ? { ...strip, keep: false } : strip));
  return [...strips, ...childStrips(entry.children, { ...context, tag: addTag(item, 'TOC') })];
}

interface EntryLook {
  readonly style: TextStyle;
  readonly number: TextStyle;
  readonly rule: 'section' | 'row' | null;
  readonly x: number;
  readonly tag: Tag;
}

function entryStrips(entry: ContentsEntry, look: EntryLook, context: Context): readonly Strip[] {
  const { textWidth, axisB } = context.geometry;
  const link = {
    to: { id: entry.target },
    children: [{ kind: 'text' as const, text: entry.title }],
    kind: 'link' as const,
  };
  const rule = look.rule === null ? 0 : RULE[look.rule];
  const above = look.rule === null ? 0 : rule + SPACE.tight;
  const cells: Cell[] = [];
  if (entry.status !== undefined) {
    cells.push({
      spans: spansOf([entry.status], TYPE.body),
      style: TYPE.body,
      x: 0,
      width: axisB - 6,
      tag: addTag(look.tag, 'Lbl'),
    });
  }
  const reference = addTag(look.tag, 'Reference');
  const width = textWidth - look.x - NUMBER_WIDTH;
  cells.push({ spans: spansOf([link], look.style), style: look.style, x: look.x, width, tag: reference, plain: true });
  const [first, ...rest] = rowStrips(cells, { top: above, bottom: 0 }, context);
  if (first === undefined) return [];
  const number: Item = {
    kind: 'page-number',
    x: textWidth,
    y: above + baseline(look.style),
    align: 'end',
    target: entry.target,
    prefix: '',
    font: { face: look.number.face, size: look.number.size },
    ink: 'ink',
    height: look.number.leading,
    tag: addTag(reference, 'Link'),
  };
  const rules =
    look.rule === null ? [] : [ruleItem(0, textWidth, rule / 2, rule, look.rule === 'section' ? 'accent' : 'rule')];
  return [{ ...first, items: [...rules, ...first.items, number] }, ...rest].map((strip) => ({ ...strip, keep: true }));
}

/** A title that takes more of a line than this is long. */
const LONG_TITLE = 0.4;

/** The parts of an entry, one after the other, each with its page. */
function childStrips(children: readonly ContentsEntry[], context: Context): readonly Strip[] {
  const style = TYPE.contentsChild;
  const gap = 10;
  const numberWidth = context.measure.width('0000', style);
  const rows: { items: Item[]; x: number }[] = [];
  // Long titles stand one below the other: packed, they would make a ragged heap.
  const apart = children.some(({ title }) => context.measure.width(title, style) > context.width * LONG_TITLE);
  for (const child of children) {
    const reference = addTag(addTag(context.tag, 'TOCI'), 'Reference');
    const link = {
      to: { id: child.target },
      children: [child.status ? { ...child.status, word: child.title } : { kind: 'text' as const, text: child.title }],
      kind: 'link' as const,
    };
    const room = context.width - numberWidth - gap;
    const lines = breakLines(spansOf([link], style), room, style.leading, context.measure);
    for (const [index, line] of lines.entries()) {
      const last = index === lines.length - 1;
      const needed = line.width + (last ? 4 + numberWidth : 0);
      let row = rows.at(-1);
      if (row === undefined || apart || row.x + needed > context.x + context.width || index > 0) {
        row = { items: [], x: context.x };
        rows.push(row);
      }
      row.items.push(
        ...lineItems(
          line,
          baseline(style),
          { x: row.x, width: room, tag: reference, plain: true, measure: context.measure },
          new Map(),
        ),
      );
      if (last) {
        row.items.push({
          kind: 'page-number',
          x: row.x + line.width + 4,
          y: baseline(style),
          align: 'start',
          target: child.target,
          prefix: '',
          font: { face: style.face, size: style.size },
          ink: 'ink',
          height: style.leading,
          tag: addTag(reference, 'Link'),
        });
      }
      row.x += needed + gap;
    }
  }
  return rows.map((row, index) => ({
    height: style.leading,
    space: 0,
    items: row.items,
    ...(index < rows.length - 1 ? { keep: true } : {}),
  }));
}
