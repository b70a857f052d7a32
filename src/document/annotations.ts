/** Findings → notes beside a build: how bad, whose, what it is and what to do next. */
import type { Finding, ReportHead } from '../report/types.js';
import { plainText } from './inline.js';
import type { Notation } from './settings.js';
import { findingSentence, wordsOf } from './words/finding.js';
import { named } from './words/names.js';
import { capital, count } from './words/quantity.js';

/** A note beside a build, by the levels that servers know. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

const LEVELS: Readonly<Record<Finding['severity'], Annotation['level']>> = {
  high: 'error',
  medium: 'warning',
  low: 'notice',
  note: 'notice',
};

/** The worst findings, at most `limit` of each level; the last one then says how many more there are. */
export function annotations(head: ReportHead, notation: Notation, limit: number): Annotation[] {
  const titles = new Map(head.lines.map(({ id, title }) => [id, named(title, 'an experiment')]));
  return (['error', 'warning', 'notice'] as const).flatMap((level) => {
    const findings = head.findings.filter(({ severity }) => LEVELS[severity] === level);
    const shown = findings.length <= limit ? findings : findings.slice(0, limit - 1);
    const more = findings.length - shown.length;
    return [
      ...shown.map((finding): Annotation => ({ level, ...wordsFor(finding, titles, notation) })),
      ...(more > 0
        ? [
            {
              level,
              title: 'More findings',
              message: `${count(more, 'more finding')} of this kind stand in the report.`,
            },
          ]
        : []),
    ];
  });
}

function wordsFor(
  finding: Finding,
  titles: ReadonlyMap<string, string>,
  notation: Notation,
): Pick<Annotation, 'title' | 'message'> {
  const { word, next } = wordsOf(finding);
  const ids = [...new Set(finding.evidence.map(({ experiment }) => experiment))];
  const where = ids.length > 1 ? count(ids.length, 'experiment') : (titles.get(ids[0] ?? '') ?? '');
  return {
    title: `${capital(typeof word === 'string' ? word : word(finding.detail))}: ${where}`,
    message: `${plainText(findingSentence(finding, notation))}${next === '' ? '' : ` ${next}`}`,
  };
}
