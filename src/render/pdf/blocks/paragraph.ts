/** A paragraph: prose at axis B, in the type of its role. */
import type { Paragraph, ParagraphRole } from '../../../document/types.js';
import type { Context } from '../context.js';
import { addTag, kept, withFirst, type Strip } from '../flow.js';
import { spansOf } from '../spans.js';
import { TYPE, type TextStyle } from '../theme.js';
import { textStrips } from './text.js';

const STYLES: Readonly<Partial<Record<ParagraphRole, TextStyle>>> = {
  lead: TYPE.lead,
  note: TYPE.note,
  'error-headline': TYPE.errorHeadline,
  heading: TYPE.bodyStrong,
};

/** The type of a paragraph. */
export function paragraphStyle(paragraph: Paragraph, context: Context): TextStyle {
  return STYLES[paragraph.role ?? 'body'] ?? context.body;
}

export function layoutParagraph(paragraph: Paragraph, context: Context): readonly Strip[] {
  const style = paragraphStyle(paragraph, context);
  const tag = addTag(context.tag, 'P');
  const strips = textStrips(
    spansOf(paragraph.content, style),
    { style, x: context.x, width: context.width, tag },
    context,
  );
  const leads = paragraph.role === 'intro' || paragraph.role === 'heading' || paragraph.role === 'error-headline';
  const whole = leads ? kept(strips).map((strip) => ({ ...strip, keep: true })) : strips;
  return withFirst(whole, paragraph.id === undefined ? {} : { anchors: [paragraph.id] });
}
