/** How the heads of sections look, by their rank: their type, the rule over them, the room around them, their element. */
import type { Context } from '../context.js';
import { addTag, type Item, type Tag, type TagRole } from '../flow.js';
import { ruleItem } from '../place.js';
import { RULE, SPACE, TYPE, type TextStyle } from '../theme.js';

/** How heads look, from what has pages of its own down. `above` is the room above the rule. */
export interface HeadLook {
  readonly style: TextStyle;
  readonly above: number;
  readonly rule: 'section' | 'subsection' | null;
  /** From the rule to the head. */
  readonly inside: number;
  readonly below: number;
}

export const LOOKS: readonly HeadLook[] = [
  { style: TYPE.pageTitle, above: SPACE.part, rule: null, inside: 0, below: 9 },
  { style: TYPE.section, above: SPACE.section, rule: 'section', inside: 5, below: 3 },
  { style: TYPE.subsection, above: SPACE.block, rule: 'subsection', inside: 5.5, below: 0 },
  { style: TYPE.subsubsection, above: SPACE.step, rule: null, inside: 0, below: 0 },
];

const HEADINGS: readonly TagRole[] = ['H1', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'];

/** The element of a heading. */
export function headingTag(context: Context): Tag {
  return addTag(context.tag, HEADINGS[context.level] ?? 'P');
}

/** The rule over a head. */
export function headRules(look: HeadLook, context: Context): readonly Item[] {
  if (look.rule === null) return [];
  const width = RULE[look.rule];
  return [ruleItem(0, context.geometry.textWidth, width / 2, width, look.rule === 'section' ? 'accent' : 'rule')];
}

/** From the top of a head to its first line. */
export function headTop(look: HeadLook): number {
  return look.rule === null ? 0 : RULE[look.rule] + look.inside;
}
