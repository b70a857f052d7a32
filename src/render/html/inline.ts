/**
 * Inlines → HTML. A function and not a template: a report of three hundred activities has tens of thousands of them,
 * and what they look like is the style sheet's business.
 */
import { drawLevelLine, drawLevelSample } from '../../chart/level-line.js';
import type { Inline, LevelInline, LinkInline, TimeInline } from '../../document/types.js';
import { classes } from './classes.js';
import { escape, escapeBreakable } from './escape.js';
import { hrefOf, type Frame } from './frame.js';
import { status } from './status.js';
import { svg } from './svg.js';

/** Renders a run of inlines. */
export function inlines(content: readonly Inline[], frame: Frame): string {
  let out = '';
  for (const inline of content) out += renderInline(inline, frame);
  return out;
}

function renderInline(inline: Inline, frame: Frame): string {
  switch (inline.kind) {
    case 'text':
      return escapeBreakable(inline.text);
    case 'strong':
      return `<strong>${inlines(inline.children, frame)}</strong>`;
    case 'emphasis':
      return `<em>${inlines(inline.children, frame)}</em>`;
    case 'code': {
      const name = classes(inline.apart === true ? 'apart' : '', inline.outOfTolerance === true ? 'out' : '');
      const attribute = name === '' ? '' : ` class="${name}"`;
      return `<code${attribute}>${escapeBreakable(inline.text)}</code>`;
    }
    case 'link':
      return link(inline, frame);
    case 'status':
      return status(inline, frame);
    case 'time':
      return time(inline);
    case 'level':
      return level(inline);
    case 'break':
      return '<br>';
  }
}

/** Opens another page, or writes a mail: nothing that a browser would run. */
const SAFE_ADDRESS = /^(?:https?:\/\/[^\s]|mailto:[^\s])/i;

/** Whether an address may be linked to. */
export function isSafeAddress(address: string): boolean {
  return SAFE_ADDRESS.test(address.trim());
}

function link(inline: LinkInline, frame: Frame): string {
  const words = inlines(inline.children, frame);
  if ('id' in inline.to) return `<a href="${escape(hrefOf(frame, inline.to.id))}">${words}</a>`;
  const address = inline.to.href.trim();
  return isSafeAddress(address) ? `<a href="${escape(address)}">${words}</a>` : words;
}

/** HTML's times have three fractional digits at most. */
function time(inline: TimeInline): string {
  const machine = inline.instant.replace(/(\.\d{3})\d+/, '$1');
  return `<time datetime="${escape(machine)}">${escape(inline.text)}</time>`;
}

/** In points, as the look draws it beside a verdict. */
const MATRIX_LINE = { width: 96, height: 15 } as const;

function level(inline: LevelInline): string {
  if (typeof inline.level === 'string') {
    return svg(drawLevelSample(inline.level), { className: 'level sample', alternative: inline.alternative });
  }
  const drawing = drawLevelLine(inline.level, 'matrix', MATRIX_LINE.width, MATRIX_LINE.height);
  return svg(drawing, { className: 'level', alternative: inline.alternative });
}

/** Whether a link stands anywhere in these inlines: another around it would be invalid. */
export function hasLink(content: readonly Inline[]): boolean {
  return content.some((inline) => inline.kind === 'link' || ('children' in inline && hasLink(inline.children)));
}

/** The inlines, all of them a link to where the evidence stands, unless they link already. */
export function evidenceLink(content: readonly Inline[], target: string | undefined, frame: Frame): string {
  const words = inlines(content, frame);
  if (target === undefined || words === '' || hasLink(content)) return words;
  return `<a href="${escape(hrefOf(frame, target))}">${words}</a>`;
}
