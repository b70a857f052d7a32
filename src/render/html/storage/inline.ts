/** Inlines → storage format, and their plain words for titles that take no markup. */
import type { Inline } from '../../../document/types.js';
import { STATUS_MARKS } from '../../../theme/status.js';
import { hasLink, isSafeAddress } from '../inline.js';
import { anchorLink, statusMacro, xml } from './markup.js';

/** Markup that stands in a line. */
export function storageInlines(content: readonly Inline[]): string {
  return content.map(storageInline).join('');
}

function storageInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'time':
      return xml(inline.text);
    case 'strong':
      return `<strong>${storageInlines(inline.children)}</strong>`;
    case 'emphasis':
      return `<em>${storageInlines(inline.children)}</em>`;
    case 'code': {
      const code = `<code>${xml(inline.text)}</code>`;
      const marked = inline.outOfTolerance === true ? `<strong>${code}</strong>` : code;
      return inline.apart === true ? `<br/>${marked}` : marked;
    }
    case 'link': {
      const words = storageInlines(inline.children);
      if ('id' in inline.to) return anchorLink(inline.to.id, words);
      return isSafeAddress(inline.to.href) ? `<a href="${xml(inline.to.href.trim())}">${words}</a>` : words;
    }
    case 'status':
      return inline.bare === true ? xml(inline.word) : statusMacro(inline.word, STATUS_MARKS[inline.status].tone);
    case 'level':
      return xml(inline.alternative);
    case 'break':
      return '<br/>';
  }
}

/** The inlines, all of them a link to where the evidence stands, unless they link already. */
export function storageEvidence(content: readonly Inline[], target: string | undefined): string {
  const words = storageInlines(content);
  return target === undefined || words === '' || hasLink(content) ? words : anchorLink(target, words);
}

/** The words alone. */
export function plainWords(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (inline.kind === 'status') return inline.word;
      if (inline.kind === 'level') return inline.alternative;
      if (inline.kind === 'break') return ' ';
      return 'children' in inline ? plainWords(inline.children) : inline.text;
    })
    .join('');
}
