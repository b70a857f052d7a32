/** Facts → rows of label and value, two pairs abreast where all of them are short. */
import type { Facts, FactRow, Inline } from '../../document/types.js';
import { classes } from './classes.js';
import { escapeBreakable } from './escape.js';
import type { Frame } from './frame.js';
import { evidenceLink, inlines } from './inline.js';

/** Two abreast from this many rows. */
const MANY = 4;
/** Characters that fit the value of half a line, and its label. */
const SHORT_VALUE = 46;
const SHORT_LABEL = 18;

/** A character of code beside one of text. */
const CODE_WIDTH = 1.25;

interface RowView {
  readonly label: string;
  readonly value: string;
  readonly rows: readonly RowView[];
}

/** What `facts.hbs` is given beside the block's own fields. */
export function factsView(facts: Facts, frame: Frame): object {
  const two = facts.role === undefined && facts.rows.length >= MANY && facts.rows.every(isShort);
  return {
    className: classes('facts', facts.role, two ? 'two' : ''),
    role: facts.role,
    entries: facts.rows.map((row) => rowView(row, frame)),
  };
}

function rowView(row: FactRow, frame: Frame): RowView {
  return {
    label: labelOf(row.label, frame),
    value: evidenceLink(row.value, row.target, frame),
    rows: (row.rows ?? []).map((inner) => rowView(inner, frame)),
  };
}

/** A label of words: names in it break earlier than in wider places. */
function labelOf(label: readonly Inline[], frame: Frame): string {
  return label
    .map((one) => (one.kind === 'text' ? escapeBreakable(one.text, 'label') : inlines([one], frame)))
    .join('');
}

function isShort(row: FactRow): boolean {
  return row.rows === undefined && lengthOf(row.value) <= SHORT_VALUE && lengthOf(row.label) <= SHORT_LABEL;
}

/** Roughly how many characters wide the inlines are; what takes lines of its own counts as long. */
function lengthOf(content: readonly Inline[]): number {
  let length = 0;
  for (const inline of content) {
    if (inline.kind === 'text' || inline.kind === 'time') length += inline.text.length;
    else if (inline.kind === 'code') length += inline.apart === true ? Infinity : inline.text.length * CODE_WIDTH;
    else if (inline.kind === 'status') length += inline.word.length + 2;
    else if (inline.kind === 'break') return Infinity;
    else if ('children' in inline) length += lengthOf(inline.children);
  }
  return length;
}
