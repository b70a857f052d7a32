/** Inlines → Markdown. */
import type { LevelSample } from '../../chart/level-line.js';
import type { Inline, StatusName } from '../../document/types.js';
import type { LevelLine } from '../../report/types.js';
import { codeSpan, escapeHref, escapeText } from './escape.js';

/** One character for each mark; the word always stands beside it. */
const MARKS: Readonly<Record<StatusName, string>> = {
  held: '●',
  deviated: '▚',
  'not-tested': '○',
  failed: '✕',
  aborted: '■',
  interrupted: '◫',
  inconclusive: '◑',
  exploratory: '◇',
  'dry-run': '∷',
  succeeded: '✓',
  skipped: '»',
  'no-end': '┄',
  'not-evaluated': '–',
  'not-known': '·',
  met: '✓',
  verified: '✓',
  yes: '✓',
  no: '✕',
  'not-met': '▚',
  'not-run': '–',
  'not-checked': '–',
  warning: '△',
};

/** Where inlines stand: a pipe ends the cell of a table even in code. */
export interface Place {
  readonly inTable: boolean;
}

/** Inlines as Markdown, on one line. */
export function renderInlines(content: readonly Inline[], place: Place): string {
  return content.map((inline) => renderInline(inline, place)).join('');
}

function renderInline(inline: Inline, place: Place): string {
  switch (inline.kind) {
    case 'text':
      return escapeText(inline.text);
    case 'strong':
      return wrapped('**', renderInlines(inline.children, place));
    case 'emphasis':
      return wrapped('_', renderInlines(inline.children, place));
    case 'code': {
      const span = codeSpan(inline.text, place.inTable);
      const marked = inline.outOfTolerance ? wrapped('**', span) : span;
      return inline.apart ? `<br>${marked}` : marked;
    }
    case 'link':
      return `[${renderInlines(inline.children, place)}](${'id' in inline.to ? `#${inline.to.id}` : escapeHref(inline.to.href)})`;
    case 'status':
      return inline.bare ? escapeText(inline.word) : `${MARKS[inline.status]}\u00a0${escapeText(inline.word)}`;
    case 'time':
      return escapeText(inline.text);
    case 'level':
      return typeof inline.level === 'string' ? LEVEL_SAMPLES[inline.level] : levelBar(inline.level);
    case 'break':
      return '<br>';
  }
}

/** Emphasis may not begin or end with a space. */
function wrapped(mark: string, content: string): string {
  const inner = content.trim();
  if (inner === '') return content;
  const start = content.indexOf(inner);
  return `${content.slice(0, start)}${mark}${inner}${mark}${content.slice(start + inner.length)}`;
}

const LEVEL_SAMPLES: Readonly<Record<LevelSample, string>> = {
  met: '▔▔\u00a0',
  'not-met': '▁▁\u00a0',
  'not-checked': '┈┈\u00a0',
  method: '░░\u00a0',
  'contribution-high': '■■■\u00a0',
  'contribution-medium': '■■□\u00a0',
  'contribution-low': '■□□\u00a0',
  'contribution-none': '□□□\u00a0',
};

/** The level line in eight characters: two before, four in the method, two after. */
export function levelBar(level: LevelLine): string {
  const piece = { met: '▔', 'not-met': '▁', 'not-run': '┈' };
  const before = level.hypothesis ? piece[level.before] : '┈';
  const after = level.hypothesis ? piece[level.after] : '┈';
  if (!level.method) return level.after === 'not-run' ? before.repeat(2) : `${before.repeat(2)}${after.repeat(2)}`;
  const mixed = level.during === 'not-met' && level.samples.met > 0;
  const during = mixed ? '▔▁▔▁' : piece[level.during].repeat(4);
  return level.cut === null
    ? `${before.repeat(2)}${during}${after.repeat(2)}`
    : `${before.repeat(2)}${during.slice(0, 2)}╱╱`;
}
