/** Findings in words: one sentence a rule, with a link to the evidence, and what to do next. */
import type { JsonValue } from '../../json.js';
import { isArray } from '../../json.js';
import type { Finding, ReportHead } from '../../report/types.js';
import { evidenceId } from '../ids.js';
import { inlines, linkToEvidence, paragraph, status } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Callout, Inline, Section, StatusInline } from '../types.js';
import { skipWords } from '../words/skip.js';
import { count, enumeration, figure } from '../words/quantity.js';
import { outOfTolerance } from '../words/reason.js';

/** How many findings page 1 names. */
const ON_PAGE_1 = 5;
/** How many names a sentence holds. */
const NAMES_IN_SENTENCE = 3;
const MESSAGE_LIMIT = 140;

/** The worst findings of all experiments, or one sentence that there are none. */
export function findingsSection({ findings }: ReportHead, settings: WordSettings): Section {
  const shown = findings.slice(0, ON_PAGE_1);
  const more = findings.length - shown.length;
  return {
    kind: 'section',
    name: 'findings',
    id: 'findings',
    title: inlines('Findings'),
    blocks: [
      ...shown.map((finding) => findingCallout(finding, settings)),
      ...(shown.length === 0 ? [paragraph('Nothing that needs attention was found in the journals.')] : []),
      ...(more > 0 ? [paragraph(`${count(more, 'more finding')}, of the same weight or less: see the summaries of the experiments.`, 'note')] : []),
    ],
  };
}

/** One finding. */
export function findingCallout(finding: Finding, settings: WordSettings): Callout {
  const first = finding.evidence[0];
  return {
    kind: 'callout',
    role: 'finding',
    status: findingStatus(finding),
    content: sentence(finding, settings),
    ...(first ? { target: evidenceId(first) } : {}),
  };
}

function findingStatus({ rule, detail }: Finding): StatusInline {
  switch (rule) {
    case 'deviated':
      return status('deviated', 'deviated');
    case 'baseline-not-met':
      return status('not-tested', 'not tested');
    case 'action-failed':
    case 'probe-failed':
    case 'rollback-failed':
      return status('failed', 'failed');
    case 'rollback-skipped':
      return status('skipped', 'not run');
    case 'no-end':
      return status('no-end', 'no end');
    case 'stopped-by-signal':
      return status('interrupted', words(detail.signal) || 'signal');
    default:
      return status('warning', 'note');
  }
}

function sentence({ rule, detail, evidence }: Finding, { notation }: WordSettings): Inline[] {
  const first = evidence[0];
  const name = words(detail.name) || 'the probe';
  const linked = (label: string): Inline[] => linkToEvidence(first, label);
  switch (rule) {
    case 'deviated':
      return inlines(linked(name), ` ${deviation(detail, notation)}.`);
    case 'baseline-not-met': {
      const measured = detail.code === 'out-of-tolerance-before';
      const how = measured
        ? outOfTolerance({ name, observed: detail.observed ?? null, tolerance: detail.tolerance ?? null }, notation)
        : 'could not be measured';
      return inlines(linked(name), ` ${how} before anything was done, so nothing was tested.`);
    }
    case 'action-failed':
      return inlines(failed(detail, linked, evidence.length), '; the fault was perhaps not injected.');
    case 'probe-failed':
      return inlines(failed(detail, linked, evidence.length), '.');
    case 'rollback-failed':
      return inlines('The rollback ', linked(name), ` failed${message(detail.message)}; the system may still be as the experiment left it.`);
    case 'rollback-skipped': {
      const names = namesOf(detail);
      const verb = names.length === 1 ? 'was declared and not run' : 'were declared and not run';
      return inlines(linked(listed(names)), ` ${verb}${skipWords(words(detail.reason))}.`);
    }
    case 'no-end':
      return inlines(linked(name), ` has no end: ${detail.status === 'interrupted' || detail.status === 'aborted' ? `the run was ${words(detail.status)} while it ran` : 'the journal does not say how it ended'}.`);
    case 'exit-code':
      return inlines('The process of ', linked(name), ` ended with exit code ${words(detail.code)}, and the journal counts it as succeeded: the exit code is not looked at.`);
    case 'stopped-by-signal':
      return inlines(linked(name), ` was stopped by ${words(detail.signal)}${detail.status === 'interrupted' ? '' : `, and the journal says “${words(detail.status) || 'completed'}”`}; the fault was perhaps not injected in full.`);
    default:
      return inlines(rule);
  }
}

function deviation(detail: Finding['detail'], notation: WordSettings['notation']): string {
  const samples = `${words(detail.notMet)} of ${count(Number(detail.samples ?? 0), 'sample')}`;
  switch (detail.code) {
    case 'out-of-tolerance-after':
      return `${outOfTolerance({ name: words(detail.name), observed: detail.observed ?? null, tolerance: detail.tolerance ?? null }, notation)}, after the method`;
    case 'not-measured-after':
      return 'could not be measured after the method';
    case 'not-measured-during':
      return `could not be measured in ${samples} during the method`;
    default:
      return `was out of tolerance in ${samples} during the method`;
  }
}

/** "stop the database failed: could not drain node …", "a and b failed, with the same cause: Connection refused". */
function failed(detail: Finding['detail'], linked: (label: string) => Inline[], times: number): Inline[] {
  const names = namesOf(detail);
  const cause = causeOf(detail);
  if (times > 1) {
    const again = times > names.length ? ` ${count(times, 'time')}` : '';
    const same = cause === '' ? '' : `, with the same cause: ${cause}`;
    return inlines(linked(listed(names)), ` failed${again}${same}`);
  }
  const said = words(detail.message);
  const because = cause === '' || said.includes(words(detail.causeMessage)) ? '' : ` (${cause})`;
  return inlines(linked(names[0] ?? 'an activity'), ` failed${message(said)}${because}`);
}

function causeOf({ causeType, causeMessage }: Finding['detail']): string {
  const type = words(causeType);
  const said = firstLine(words(causeMessage));
  return type === '' || said === '' ? type || said : `${type}: ${said}`;
}

function message(value: JsonValue | undefined): string {
  const said = firstLine(words(value));
  return said === '' ? '' : `: ${said}`;
}

/** The first line, without its full stop, shortened: the whole stands with the evidence. */
function firstLine(said: string): string {
  const line = said.trim().split('\n', 1)[0] ?? '';
  return line.length > MESSAGE_LIMIT ? `${line.slice(0, MESSAGE_LIMIT).replace(/[\ud800-\udbff]$/, '')}…` : line.replace(/[.;]$/, '');
}

function namesOf(detail: Finding['detail']): string[] {
  return isArray(detail.names) ? detail.names.map(words) : [];
}

function listed(names: readonly string[]): string {
  if (names.length <= NAMES_IN_SENTENCE) return enumeration(names);
  return `${names.slice(0, NAMES_IN_SENTENCE - 1).join(', ')} and ${figure(names.length - NAMES_IN_SENTENCE + 1)} more`;
}

function words(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
