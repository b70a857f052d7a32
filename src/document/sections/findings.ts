/** Findings: the worst ones on page 1, all of an experiment's in its chapter, there with what to do next. */
import type { Finding, ReportHead } from '../../report/types.js';
import { evidenceId } from '../ids.js';
import { inlines, paragraph, status } from '../inline.js';
import { lineOf } from '../latest-runs.js';
import type { WordSettings } from '../settings.js';
import type { Callout, Section } from '../types.js';
import { findingSentence, wordsOf } from '../words/finding.js';
import { shortTitle } from '../words/names.js';
import { count } from '../words/quantity.js';

/** How many findings page 1 names. */
const ON_PAGE_1 = 5;

/** The worst findings of all experiments, or one sentence that there are none. */
export function findingsSection({ findings, lines }: ReportHead, settings: WordSettings): Section {
  const shown = findings.slice(0, ON_PAGE_1);
  const more = findings.length - shown.length;
  return {
    kind: 'section',
    name: 'findings',
    id: 'findings',
    title: inlines('Findings'),
    blocks: [
      ...shown.map((finding) => withExperiment(findingCallout(finding, settings), finding, lines)),
      ...(shown.length === 0 ? [paragraph(nothingFound(lines))] : []),
      ...(more > 0
        ? [
            paragraph(
              `${count(more, 'more finding')} ${more === 1 ? 'is' : 'are'} in the summaries of the experiments.`,
              'note',
            ),
          ]
        : []),
    ],
  };
}

/** A run that was stopped needs attention though no rule found more to say of it. */
function nothingFound(lines: ReportHead['lines']): string {
  const fine = lines.every(({ verdict: { verdict } }) => verdict === 'held' || verdict === 'exploratory');
  return fine
    ? 'Nothing that needs attention was found.'
    : `Nothing that needs attention was found beyond the ${lines.length === 1 ? 'verdict' : 'verdicts'}.`;
}

/** Where a report has several experiments, which one a finding is of. */
function withExperiment(callout: Callout, { evidence }: Finding, lines: ReportHead['lines']): Callout {
  if (lines.length < 2) return callout;
  const ids = [...new Set(evidence.map(({ experiment }) => experiment))];
  const title = lineOf(lines, ids[0])?.title ?? '';
  const where = ids.length > 1 ? `in ${count(ids.length, 'experiment')}` : shortTitle(title);
  return { ...callout, content: inlines(...callout.content, ` (${where})`) };
}

/** One finding. `next`: with what to do about it. */
export function findingCallout(finding: Finding, settings: WordSettings, next = false): Callout {
  const first = finding.evidence[0];
  const { status: name, word, next: advice } = wordsOf(finding);
  return {
    kind: 'callout',
    role: 'finding',
    status: status(
      typeof name === 'string' ? name : name(finding.detail),
      typeof word === 'string' ? word : word(finding.detail),
    ),
    content: inlines(...findingSentence(finding, settings.notation), next && advice !== '' ? ` ${advice}` : ''),
    ...(first ? { target: evidenceId(first) } : {}),
  };
}
