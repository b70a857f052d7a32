/** Counts by level as a table with bars of text. */
import type { ContributionsData } from '../../chart/contributions.js';
import { lookUp } from '../../json.js';
import { escapeText } from './escape.js';

const COLUMNS = 30;
const GLYPHS: Readonly<Record<string, string>> = { high: '█', medium: '▓', low: '▒', none: '□', 'not said': '·' };

export function contributionsTable({ rows, levels, most }: ContributionsData): string {
  const body = rows.map(({ label, parts }) => {
    const counts = levels.map((level) => String(parts.find((part) => part.level === level)?.count ?? 0));
    const bar = parts
      .map(({ level, count }) =>
        (lookUp(GLYPHS, level) ?? '◇').repeat(Math.max(Math.round((count / Math.max(most, 1)) * COLUMNS), 1)),
      )
      .join('');
    return `| ${escapeText(label)} | ${counts.join(' | ')} | \`${bar}\` |`;
  });
  const heads = ['', ...levels.map(escapeText), ''];
  return [`| ${heads.join(' | ')} |`, `| :-- | ${levels.map(() => '--:').join(' | ')} | :-- |`, ...body].join('\n');
}
