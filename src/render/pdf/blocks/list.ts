/** A list: bullets or numbers at axis B; the evidence checks in two columns; the key of the level line in a row. */
import type { Block, Inline, List } from '../../../document/types.js';
import type { Context } from '../context.js';
import { addTag, kept, withFirst, type Item, type Strip, type Tag } from '../flow.js';
import { breakLines } from '../lines.js';
import { baseline, lineItems } from '../place.js';
import { spansOf, type Span } from '../spans.js';
import { PAIRS, SPACE, TYPE } from '../theme.js';
import { rowStrips, type Cell } from './cells.js';

const INDENT = 14;
const KEY_GAP = 16;
const ANSWER_GAP = 9;

export function layoutList(list: List, context: Context): readonly Strip[] {
  const plain = list.role !== undefined;
  const tag = addTag(context.tag, 'L', plain ? {} : { numbering: list.ordered ? 'Decimal' : 'Disc' });
  if (list.role === 'checks') return layoutChecks(list, { ...context, tag });
  if (list.role === 'key') return layoutKey(list, { ...context, tag });
  const strips: Strip[] = [];
  for (const [index, item] of list.items.entries()) {
    const itemTag = addTag(tag, 'LI');
    const label = list.ordered ? `${String((list.start ?? 1) + index)}.` : '•';
    const labelWidth = Math.max(INDENT, context.measure.width(label, context.body) + 5);
    const labelTag = addTag(itemTag, 'Lbl');
    const inner = {
      ...context,
      tag: addTag(itemTag, 'LBody'),
      x: context.x + labelWidth,
      width: context.width - labelWidth,
    };
    const laid = context.layoutBlocks(item, inner);
    const [first, ...rest] = laid.length > 0 ? laid : [{ height: context.body.leading, space: 0, items: [] }];
    if (first === undefined) continue;
    const y = baseline(context.body);
    const bullet: Item = {
      kind: 'text',
      x: context.x,
      y,
      text: label,
      font: context.body,
      ink: context.body.ink,
      tag: labelTag,
    };
    strips.push({ ...first, space: index === 0 ? 0 : SPACE.hair, items: [bullet, ...first.items] }, ...rest);
  }
  return strips;
}

/** Answer and question; two columns, filled down, where every question fits on a line. */
function layoutChecks(list: List, context: Context): readonly Strip[] {
  const style = TYPE.check;
  const checks = list.items.map((item) => {
    const [answer, ...question] = inlinesOf(item);
    const tag = addTag(addTag(context.tag, 'LI'), 'LBody');
    return { answer: spansOf(answer === undefined ? [] : [answer], style), question: spansOf(question, style), tag };
  });
  const widthOf = (spans: readonly Span[]): number =>
    breakLines(spans, Infinity, style.leading, context.measure)[0]?.width ?? 0;
  const answerWidth = Math.max(0, ...checks.map((check) => widthOf(check.answer))) + ANSWER_GAP;
  const [firstWidth] = PAIRS.evidence;
  const secondX = firstWidth + PAIRS.evidenceGap;
  const half = Math.ceil(checks.length / 2);
  const abreast = checks.every(
    (check, index) => answerWidth + widthOf(check.question) <= (index < half ? firstWidth : context.width - secondX),
  );
  const rows = abreast ? half : checks.length;
  return kept(
    Array.from({ length: rows }, (_, row): Strip => {
      const cells = [checks[row], abreast ? checks[row + rows] : undefined].flatMap(
        (check, column): readonly Cell[] => {
          if (check === undefined) return [];
          const x = context.x + column * secondX;
          const width = column === 1 || !abreast ? context.x + context.width - x : firstWidth;
          return [
            { spans: check.answer, style, x, width: answerWidth, tag: check.tag },
            { spans: check.question, style, x: x + answerWidth, width: width - answerWidth, tag: check.tag },
          ];
        },
      );
      const strips = rowStrips(cells, { top: 0, bottom: 0 }, context);
      return strips[0] ?? { height: 0, space: 0, items: [] };
    }),
  );
}

/** One after the other at axis A, as many in a row as fit. */
function layoutKey(list: List, context: Context): readonly Strip[] {
  const style = TYPE.caption;
  const right = context.geometry.textWidth;
  const strips: { height: number; space: number; items: Item[] }[] = [];
  let x = right;
  for (const item of list.items) {
    const tag: Tag = addTag(addTag(context.tag, 'LI'), 'LBody');
    const spans: readonly Span[] = spansOf(inlinesOf(item), style).map((span) =>
      span.kind === 'text' ? { ...span, whole: true } : span,
    );
    const line = breakLines(spans, right, style.leading, context.measure)[0];
    if (line === undefined) continue;
    let strip = strips.at(-1);
    if (strip === undefined || x + line.width > right) {
      strip = { height: 14, space: 0, items: [] };
      strips.push(strip);
      x = 0;
    }
    strip.items.push(...lineItems(line, 10, { x, width: line.width, tag, measure: context.measure }, new Map()));
    x += line.width + KEY_GAP;
  }
  return withFirst(kept(strips), {});
}

/** The words of an item that has paragraphs only. */
function inlinesOf(blocks: readonly Block[]): readonly Inline[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? block.content : []));
}
