/**
 * Code: full width behind a rule (a difference below its sentence, at axis B), in lines that are never cut off; continued lines
 * hang, with an elbow in the gutter. What is longer than the settings allow ends in a dashed rule and says how much is shown and
 * where the rest is.
 */
import { cutNotice } from '../../../document/cut.js';
import { continuedNotice } from '../../../document/page-words.js';
import type { Code, CodeLine } from '../../../document/types.js';
import { wrapCode } from '../code-lines.js';
import type { Context } from '../context.js';
import { addTag, kept, totalHeight, withFirst, type Item, type Strip, type Tag } from '../flow.js';
import { baseline, elbowItem, ruleItem, textItems, uprightItem } from '../place.js';
import { plainSpan, spansOf } from '../spans.js';
import { CODE, CUT_DASH, ELBOW, RULE, SPACE, TYPE, WHOLE_BLOCK, type TextStyle } from '../theme.js';
import { textStrips } from './text.js';

const STYLES: Readonly<Record<CodeLine, TextStyle>> = {
  plain: TYPE.code,
  exception: TYPE.codeStrong,
  library: TYPE.codeLibrary,
  joint: TYPE.codeJoint,
};

export function layoutCode(code: Code, context: Context): readonly Strip[] {
  const { text, shown, total } = cut(code.text, mostOf(code, context.maxOutput));
  const error = code.language === 'traceback';
  const tag = addTag(context.tag, 'P');
  const body = addTag(tag, 'Code');
  const repeat = code.continued === undefined ? undefined : continuedStrips(code.continued, context);
  const strips: Strip[] = [];
  const left = code.language === 'diff' ? context.x : 0;
  const setting: LineSetting = { left, gutterRule: gutterRules(left, error), tag: body };
  const lines = text.split('\n');
  // A line end at the end of a text does not make a line.
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  for (const [index, line] of lines.entries()) {
    const role = code.lines?.[index] ?? 'plain';
    const keep = error && opens(line, lines[index + 1]);
    for (const strip of lineStrips(line, role, keep, setting, context))
      strips.push(repeat === undefined ? strip : { ...strip, repeat });
  }
  const keptStrips = totalHeight(strips) <= WHOLE_BLOCK ? kept(strips) : keepEnds(strips, error ? 3 : 2);
  const caption = code.caption === undefined ? [] : captionStrips(code, context, tag);
  const notice = shown < total ? cutStrips(cutNotice(shown, total, code.source), context) : [];
  const [first, ...rest] = keptStrips;
  const all = [
    ...caption,
    ...(first === undefined ? [] : [caption.length > 0 ? { ...first, space: 3 } : first]),
    ...(notice.length === 0
      ? rest
      : rest.map((strip, index) => (index === rest.length - 1 ? { ...strip, keep: true } : strip))),
    ...notice,
  ];
  return withFirst(all, code.id === undefined ? {} : { anchors: [code.id] });
}

/** Half a page of numbers that are drawn elsewhere shows their form, of what takes more than that and a half. Whoever asks for all gets all. */
const DRAWN = 4000;

function mostOf({ drawn, text }: Code, maxOutput: number): number {
  const cuts = drawn === true && maxOutput !== Infinity && Buffer.byteLength(text) > DRAWN * 1.5;
  return cuts ? Math.min(maxOutput, DRAWN) : maxOutput;
}

/** The first lines stay together, and the last two. */
function keepEnds(strips: readonly Strip[], first: number): readonly Strip[] {
  return strips.map((strip, index) =>
    index < first - 1 || index === strips.length - 2 ? { ...strip, keep: true } : strip,
  );
}

/** Whether the next line belongs to this one: the source to its frame, and to the source the mark under it. */
function opens(line: string, next: string | undefined): boolean {
  if (next === undefined || next.trim() === '') return false;
  return indentOf(next) > indentOf(line) || MARKED.test(next);
}

/** The mark that Python sets under a part of the source. */
const MARKED = /^ *[~^]+$/;

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

interface LineSetting {
  /** Where the rule stands. */
  readonly left: number;
  /** The part of it that stands beside a line of this height. */
  readonly gutterRule: (height: number) => Item;
  readonly tag: Tag;
}

/** A line of the source that is set in no more lines than these is not split. */
const WHOLE_LINE = 4;

/** A line of the source, wrapped. `keep`: it stays with the line after it. */
function lineStrips(
  line: string,
  role: CodeLine,
  keep: boolean,
  { left, gutterRule, tag }: LineSetting,
  context: Context,
): readonly Strip[] {
  const style = STYLES[role];
  const x = left + CODE.gutter;
  if (line.trim() === '') return [{ height: CODE.blankLine, space: 0, items: [gutterRule(CODE.blankLine)] }];
  const columnWidth = context.measure.width('0', style);
  const fitting = Math.floor((context.geometry.textWidth - x) / columnWidth);
  const rows = wrapCode(line, style, context.measure, Math.min(CODE.columns, fitting));
  return rows.map((row, index) => {
    const rule = gutterRule(style.leading);
    const texts = textItems(row.text, x + row.column * columnWidth, baseline(style), style, tag, context.measure);
    const last = index === rows.length - 1;
    const [text, ...more] = texts;
    // A list that is made whole takes a third of the memory of one that grows.
    const items =
      text !== undefined && more.length === 0 && !row.continued
        ? [rule, text]
        : [rule, ...(row.continued ? [elbowItem(x + ELBOW.x, ELBOW.y)] : []), ...texts];
    return {
      height: style.leading,
      space: 0,
      items,
      keep: last ? keep : rows.length <= WHOLE_LINE,
      goodEnd: last && role === 'exception',
    };
  });
}

/** One item for all lines of a height: of 100,000 lines each would have its own. */
function gutterRules(left: number, error: boolean): LineSetting['gutterRule'] {
  const width = error ? RULE.codeError : RULE.code;
  const made = new Map<number, Item>();
  return (height) => {
    let rule = made.get(height);
    if (rule === undefined) {
      rule = uprightItem(left + width / 2, 0, height, width, error ? 'bad' : 'mid');
      made.set(height, rule);
    }
    return rule;
  };
}

function captionStrips(code: Code, context: Context, tag: Tag): readonly Strip[] {
  const style = TYPE.caption;
  const setting = { style, x: 0, width: context.geometry.textWidth, tag: addTag(tag, 'Span') };
  return textStrips(spansOf(code.caption ?? [], style), setting, context).map((strip) => ({ ...strip, keep: true }));
}

/** Stands at the top of each page that the code goes on on. It is not read out again. */
function continuedStrips(continued: string, context: Context): readonly Strip[] {
  const style = TYPE.caption;
  const text = continuedNotice(continued);
  const fits = context.measure.fit(text, style, context.geometry.textWidth);
  const shown =
    fits < text.length ? `${text.slice(0, context.measure.fit(text, style, context.geometry.textWidth - 10))}…` : text;
  return [
    {
      height: style.leading + 3,
      space: 0,
      items: textItems(shown, 0, baseline(style), style, null, context.measure),
    },
  ];
}

function cutStrips(words: string, context: Context): readonly Strip[] {
  const style = TYPE.caption;
  const width = context.geometry.textWidth;
  const strips = textStrips([plainSpan(words, style)], { style, x: 0, width, tag: addTag(context.tag, 'P') }, context);
  const rule: Strip = {
    height: 4 + SPACE.tight - 2,
    space: 0,
    items: [ruleItem(0, width, 4, RULE.cut, 'mid', CUT_DASH)],
    keep: true,
  };
  return [rule, ...kept(strips)];
}

/** The text up to a number of bytes: to the end of a line where the text has lines, never through a character. */
function cut(text: string, most: number): { readonly text: string; readonly shown: number; readonly total: number } {
  const total = Buffer.byteLength(text);
  if (total <= most) return { text, shown: total, total };
  let end = 0;
  let bytes = 0;
  for (const character of text) {
    const size = Buffer.byteLength(character);
    if (bytes + size > most) break;
    bytes += size;
    end += character.length;
  }
  const lineEnd = text.lastIndexOf('\n', end);
  const shown = text.slice(0, lineEnd > end / 2 ? lineEnd : end);
  return { text: shown, shown: Buffer.byteLength(shown), total };
}
