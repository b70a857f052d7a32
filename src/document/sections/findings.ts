/** Findings: the worst ones on page 1, all of an experiment's in its chapter, there with what to do next. */
import type { Finding, ReportHead } from '../../report/types.js';
import { evidenceId } from '../ids.js';
import { inlines, linkToEvidence, paragraph, status } from '../inline.js';
import { lineOf } from '../latest-runs.js';
import type { WordSettings } from '../settings.js';
import type { Callout, Inline, Section } from '../types.js';
import { findingSentence, wordsOf } from '../words/finding.js';
import { shortTitle } from '../words/names.js';
import { count } from '../words/quantity.js';

/** How many findings page 1 names. */
const ON_PAGE_1 = 5;
/** How many of one rule the chapter of an experiment names. */
const OF_A_RULE = 50;

/** The worst findings of all experiments, or one sentence that there are none. */
export function findingsSection({ findings, lines }: ReportHead, settings: WordSettings): Section {
  const shown = togetherOrAlone(findings).slice(0, ON_PAGE_1);
  const more = findings.length - shown.flat().length;
  return {
    kind: 'section',
    name: 'findings',
    id: 'findings',
    title: inlines('Findings'),
    blocks: [
      ...shown.map((told) => toldCallout(told, lines, settings)),
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

/** Findings that are told in one sentence: one, or all of a rule that says so. */
type Told = readonly [Finding, ...Finding[]];

/** In the order of the findings; what is told together stands where the first of it stood. */
function togetherOrAlone(findings: readonly Finding[]): readonly Told[] {
  const told = new Map<Finding | string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = wordsOf(finding).together === undefined ? finding : finding.rule;
    const known = told.get(key);
    if (known) known.push(finding);
    else told.set(key, [finding]);
  }
  return [...told.values()];
}

function toldCallout(told: Told, lines: ReportHead['lines'], settings: WordSettings): Callout {
  const [first, ...more] = told;
  const { together } = wordsOf(first);
  if (more.length === 0 || together === undefined) return withExperiment(findingCallout(first, settings), first, lines);
  return { ...calloutOf(first, together.sentence(told.length)), target: together.target };
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

/** The findings of one experiment. What to do is said once, below the last of a rule; of very many the rest are a number. */
export function findingCallouts(findings: readonly Finding[], settings: WordSettings): Callout[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = byRule.get(finding.rule);
    if (known) known.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  return [...byRule.values()].flatMap((all) => {
    const [next, ...rest] = all.slice(OF_A_RULE);
    return [
      ...all
        .slice(0, OF_A_RULE)
        .map((finding, index) => findingCallout(finding, settings, next === undefined && index === all.length - 1)),
      ...(next === undefined ? [] : [restCallout([next, ...rest])]),
    ];
  });
}

/** Findings of one rule that are told as one, with what to do about them. */
function restCallout(findings: readonly [Finding, ...Finding[]]): Callout {
  const [first] = findings;
  const phases = new Set(findings.flatMap(({ evidence }) => evidence.map(({ phase }) => phase)));
  const where = phases.size === 1 && phases.has('rollback') ? 'rollback' : 'activity';
  const { next } = wordsOf(first);
  return calloutOf(
    first,
    inlines(
      linkToEvidence(first.evidence[0], count(findings.length, 'more finding')),
      ` of this kind: each stands with its ${where} below, and the JSON of this report has all.`,
      next === '' ? '' : ` ${next}`,
    ),
  );
}

/** One finding. `next`: with what to do about it. */
export function findingCallout(finding: Finding, settings: WordSettings, next = false): Callout {
  const { next: advice } = wordsOf(finding);
  return calloutOf(
    finding,
    inlines(...findingSentence(finding, settings.notation), next && advice !== '' ? ` ${advice}` : ''),
  );
}

function calloutOf(finding: Finding, content: readonly Inline[]): Callout {
  const first = finding.evidence[0];
  const { status: name, word } = wordsOf(finding);
  return {
    kind: 'callout',
    role: 'finding',
    status: status(
      typeof name === 'string' ? name : name(finding.detail),
      typeof word === 'string' ? word : word(finding.detail),
    ),
    content,
    ...(first ? { target: evidenceId(first) } : {}),
  };
}
