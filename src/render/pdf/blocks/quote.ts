/** A quote: its blocks a step to the right, in italic, without a rule. */
import type { Quote } from '../../../document/types.js';
import type { Context } from '../context.js';
import { addTag, type Strip } from '../flow.js';
import { TYPE } from '../theme.js';

const INDENT = 12;

export function layoutQuote(quote: Quote, context: Context): readonly Strip[] {
  const tag = addTag(context.tag, 'BlockQuote');
  return context.layoutBlocks(quote.blocks, {
    ...context,
    tag,
    x: context.x + INDENT,
    width: context.width - INDENT,
    body: TYPE.quote,
  });
}
