/** A callout: mark and word at axis A, what is said at axis B, where its evidence stands at the right. No box. */
import type { Callout } from '../../../document/types.js';
import type { Context } from '../context.js';
import { addTag, withFirst, type Strip } from '../flow.js';
import { baseline } from '../place.js';
import { spansOf } from '../spans.js';
import { SPACE, TYPE, type TextStyle } from '../theme.js';
import { rowStrips } from './cells.js';
import { pageNumber } from './facts.js';

/** The room for "p. 123" at the right, and the gap before it. */
const PAGE_NUMBER = 39;

const STYLES: Readonly<
  Record<Callout['role'], { readonly status: TextStyle; readonly content: TextStyle; readonly padding: number }>
> = {
  verdict: { status: TYPE.verdict, content: TYPE.reason, padding: 0 },
  finding: { status: TYPE.item, content: TYPE.item, padding: SPACE.tight / 2 },
  error: { status: TYPE.body, content: TYPE.body, padding: 0 },
  warning: { status: TYPE.item, content: TYPE.item, padding: SPACE.tight / 2 },
};

export function layoutCallout(callout: Callout, context: Context): readonly Strip[] {
  const { status, content, padding } = STYLES[callout.role];
  const tag = addTag(context.tag, 'P');
  const word = addTag(tag, 'Span');
  const said = addTag(tag, 'Span');
  const target = callout.role === 'verdict' ? undefined : callout.target;
  const numbered = target !== undefined;
  const cells = [
    { spans: spansOf([callout.status], status), style: status, x: 0, width: context.geometry.labelWidth, tag: word },
    {
      spans: spansOf(callout.content, content),
      style: content,
      x: context.x,
      width: context.width - (numbered ? PAGE_NUMBER : 0),
      tag: said,
      // The page at the right is the link that is seen.
      plain: numbered,
    },
  ];
  const strips = [...rowStrips(cells, { top: padding, bottom: padding }, context)];
  const first = strips[0];
  if (target !== undefined && first !== undefined) {
    const number = pageNumber(target, context.geometry.textWidth, padding + baseline(content), tag);
    strips[0] = { ...first, items: [...first.items, number] };
  }
  // An error is told by what follows: its class, its message, the traceback.
  const leads = callout.role === 'error';
  return withFirst(
    leads ? strips.map((strip) => ({ ...strip, keep: true })) : strips,
    callout.id === undefined ? {} : { anchors: [callout.id] },
  );
}
