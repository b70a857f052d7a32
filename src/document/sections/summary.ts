/** Page 1: the answer in one sentence, the matrix of experiments, findings, what was left behind. */
import { VERDICTS, type ReportHead, type Verdict } from '../../report/types.js';
import { inlines, level, paragraph, present, status, strong } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Callout, Inline, List, Section } from '../types.js';
import { count } from '../words/quantity.js';
import { findingsSection } from './findings.js';
import { leftBehindSection } from './left-behind.js';
import { matrix } from './matrix.js';

/** How many unreadable files page 1 names. */
const UNREADABLE_ON_PAGE_1 = 5;

export function summarySection(head: ReportHead, settings: WordSettings): Section {
  return {
    kind: 'section',
    name: 'summary',
    id: 'summary',
    title: inlines('Summary'),
    blocks: present(
      paragraph(answer(head), 'lead'),
      paragraph(subjects(head), 'note'),
      ...unreadable(head),
      matrix(head.lines, settings),
      levelKey(),
      findingsSection(head, settings),
      leftBehindSection(head),
    ),
  };
}

/** "In 4 of 6 experiments the system behaved as expected; 1 deviated; 1 could not be tested because …" */
export function answer({ lines, totals }: Pick<ReportHead, 'lines' | 'totals'>): Inline[] {
  const total = lines.length;
  const rest = VERDICTS.filter((verdict) => verdict !== 'held' && totals[verdict] > 0);
  const parts = rest.map((verdict) => clause(verdict, totals[verdict], total === 1, unhealthy(lines)));
  const { held } = totals;
  const start =
    total === 1
      ? held === 1
        ? inlines(strong(status('held', 'The system behaved as expected', true)))
        : []
      : held === total
        ? inlines('In ', strong(`all ${count(total, 'experiment')}`), ' the system behaved as expected')
        : held > 0
          ? inlines('In ', strong(`${held}\u00a0of\u00a0${total}`), ' experiments the system behaved as expected')
          : inlines(
              'Of ',
              strong(count(total, 'experiment')),
              held === 0 && total > 1 ? ' none showed the system behaving as expected' : '',
            );
  const joined = [start, ...parts].filter((part) => part.length > 0);
  return inlines(...joined.flatMap((part, index) => (index === 0 ? [part] : ['; ', part])), '.');
}

/** What is said of the experiments with one verdict. `alone`: the report has one experiment. */
function clause(verdict: Exclude<Verdict, 'held'> | Verdict, number: number, alone: boolean, cause: string): Inline[] {
  const said = (words: string, tail = ''): Inline[] =>
    inlines(strong(status(verdict, alone ? capitalised(words) : `${number}\u00a0${words}`, true)), tail);
  switch (verdict) {
    case 'deviated':
      return said(alone ? 'the system deviated' : 'deviated', alone ? ' from its steady state' : '');
    case 'not-tested':
      return said(alone ? 'the experiment could not be tested' : 'could not be tested', ` because ${cause}`);
    case 'failed':
      return said(alone ? 'the run itself failed' : 'failed', alone ? ', and no deviation was seen' : '');
    case 'aborted':
    case 'interrupted':
      return said(
        alone ? `the run was ${verdict}` : number === 1 ? `was ${verdict}` : `were ${verdict}`,
        alone ? ' before the system could be judged' : '',
      );
    case 'inconclusive':
      return said(alone ? 'the run was inconclusive' : number === 1 ? 'was inconclusive' : 'were inconclusive');
    case 'exploratory':
      return said(
        alone ? 'the run was exploratory' : number === 1 ? 'was exploratory' : 'were exploratory',
        alone ? ': it had no hypothesis to hold or to deviate from' : '',
      );
    case 'dry-run':
      return said(
        alone ? 'this was a dry run' : number === 1 ? 'was a dry run' : 'were dry runs',
        alone ? ': nothing, or only a part, was exercised' : '',
      );
    case 'held':
      return [];
  }
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Why experiments could not be tested: what is said must be true of all of them. */
function unhealthy(lines: ReportHead['lines']): string {
  const codes = new Set(
    lines.filter(({ verdict }) => verdict.verdict === 'not-tested').map(({ verdict }) => verdict.reason.code),
  );
  if (!codes.has('not-measured-before')) return 'the system was not healthy at the start';
  return codes.size === 1
    ? 'the health of the system could not be measured at the start'
    : 'the system was not healthy, or could not be measured, at the start';
}

function subjects({ lines, tags, selection, series }: ReportHead): Inline[] {
  const sum = `This report aggregates ${count(lines.length, 'experiment')}`;
  const older = series.reduce((all, { runs }) => all + runs.filter(({ experiment }) => experiment === null).length, 0);
  const notes = [
    tags.length === 0 ? `${sum}.` : `${sum} spanning over the following subjects: ${tags.join(', ')}.`,
    ...(selection && selection.leftOut > 0
      ? [
          `${count(selection.leftOut, 'other')} ${selection.leftOut === 1 ? 'was' : 'were'} left out, by the filter ${selection.filter}.`,
        ]
      : []),
    ...(older > 0
      ? [`${count(older, 'older run')} of the same experiments ${older === 1 ? 'is' : 'are'} listed only.`]
      : []),
  ];
  return inlines(notes.join(' '));
}

function unreadable({ unreadable: missing }: ReportHead): Callout[] {
  const shown = missing.slice(0, UNREADABLE_ON_PAGE_1);
  const callouts = shown.map(({ file, message, line, column }): Callout => ({
    kind: 'callout',
    role: 'warning',
    status: status('warning', 'missing'),
    content: inlines(
      strong(file),
      ` could not be read: ${message}${line === null ? '' : ` (line ${line}${column === null ? '' : `, column ${column}`})`}`,
    ),
    target: 'unreadable',
  }));
  const more = missing.length - shown.length;
  if (more === 0) return callouts;
  const rest: Callout = {
    kind: 'callout',
    role: 'warning',
    status: status('warning', 'missing'),
    content: inlines(`${count(more, 'more file')} could not be read.`),
    target: 'unreadable',
  };
  return [...callouts, rest];
}

/** The key of the level line, under the matrix. */
function levelKey(): List {
  const entry = (
    sample: 'met' | 'not-met' | 'not-checked' | 'method',
    words: string,
  ): [ReturnType<typeof paragraph>] => [paragraph(inlines(level(sample, ''), words))];
  return {
    kind: 'list',
    role: 'key',
    ordered: false,
    items: [
      entry('met', 'steady state verified'),
      entry('not-met', 'not met'),
      entry('not-checked', 'not checked'),
      entry('method', 'method, while faults were injected'),
    ],
  };
}
