/** Page 1: the answer in one sentence, the matrix of experiments, findings, what was left behind. */
import type { ReportHead } from '../../report/types.js';
import { inlines, level, paragraph, present, status, strong } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Block, Callout, Inline, List, Paragraph, Section } from '../types.js';
import { count, enumeration } from '../words/quantity.js';
import { UNMASKED_SENTENCE } from '../words/unmasked.js';
import { hasHistory, latestRuns } from '../latest-runs.js';
import { aboutFacts } from './about.js';
import { answer } from './answer.js';
import { baselineAnswer, baselineSection } from './baseline.js';
import { changesAnswer, changesSection } from './changes.js';
import { evidenceSection } from './evidence.js';
import { findingsSection } from './findings.js';
import { followUpsSection } from './follow-ups.js';
import { leftBehindSection } from './left-behind.js';
import { madeIn } from './made-in.js';
import { matrix } from './matrix.js';
import { notesSection } from './notes.js';
import { signOffSection } from './sign-off.js';

/** How many unreadable files page 1 names. */
const UNREADABLE_ON_PAGE_1 = 5;

/** With more experiments than this the matrix leaves page 1, and what has to be acted on stands before it. */
const MATRIX_FIRST = 8;

export function summarySection(whole: ReportHead, settings: WordSettings): Section {
  const history = hasHistory(whole, settings);
  const head = latestRuns(whole, settings);
  const older = whole.lines.length > head.lines.length;
  const latest = older ? [ofLatestRuns(head)] : [];
  const table: Block[] = [matrix(head, settings), levelKey()];
  const points = [
    findingsSection(head, settings),
    leftBehindSection(head, settings.notation),
    followUpsSection(head),
    evidenceSection(head),
    notesSection('notes', head.sidecar?.notes ?? []),
    signOffSection(head),
  ];
  return {
    kind: 'section',
    name: 'summary',
    id: 'summary',
    title: inlines('Summary'),
    blocks: present(
      head.masking.unmasked && unmasked(),
      paragraph(
        [...answer(head, history), ...(history ? changesAnswer(head) : []), ...baselineAnswer(head, settings)],
        'lead',
      ),
      paragraph(subjects(head, whole.lines.length, settings), 'note'),
      head.context && madeIn(head.context),
      aboutFacts(head.sidecar),
      ...unreadable(head),
      baselineSection(head, settings),
      history && changesSection(head, settings),
      ...latest,
      ...(head.lines.length > MATRIX_FIRST ? [...points, verdicts(table)] : [...table, ...points]),
    ),
  };
}

function unmasked(): Callout {
  return {
    kind: 'callout',
    role: 'warning',
    status: status('warning', 'Unmasked'),
    content: inlines(`On request, ${UNMASKED_SENTENCE}.`),
  };
}

/** `runs`: how many runs have chapters; more than experiments where some were run several times. */
function subjects(head: ReportHead, runs: number, settings: WordSettings): Inline[] {
  const { lines, tags, selection, series } = head;
  const several = runs > lines.length ? `${count(runs, 'run')} of ` : '';
  const sum = `This report aggregates ${several}${count(lines.length, 'experiment')}`;
  const older = series.reduce((all, { runs }) => all + runs.filter(({ experiment }) => experiment === null).length, 0);
  const notes = [
    `${tags.length === 0 ? `${sum}.` : `${sum} spanning over the following subjects: ${tags.join(', ')}.`}${hasHistory(head, settings) ? period(head, settings) : ''}`,
    ...whatWasDone(lines),
    ...(selection && selection.leftOut > 0
      ? [
          `${count(selection.leftOut, 'other run')} ${selection.leftOut === 1 ? 'was' : 'were'} left out by the filter ${selection.filter}.`,
        ]
      : []),
    ...(older > 0
      ? [`${count(older, 'older run')} of the same experiments ${older === 1 ? 'is' : 'are'} listed only.`]
      : []),
  ];
  return inlines(notes.join(' '));
}

/** That the matrix, and what follows it, is of the latest runs. */
function ofLatestRuns({ lines }: ReportHead): Paragraph {
  return paragraph(
    `From here on the summary is about the latest run${lines.length === 1 ? '' : ' of each experiment'}; the history covers the others.`,
    'note',
  );
}

/** The days of the first and the last run. */
function period({ series, lines }: ReportHead, { zone }: WordSettings): string {
  const starts = [...series.flatMap(({ runs }) => runs), ...lines].flatMap(({ start }) => start ?? []).sort();
  const [first, last] = [starts[0], starts.at(-1)];
  if (first === undefined || last === undefined) return '';
  const [from, to] = [zone.day(first), zone.day(last)];
  return from === to ? ` The runs were on ${from}.` : ` The runs were from ${from} to ${to}.`;
}

/** The matrix with a head of its own. */
function verdicts(blocks: readonly Block[]): Section {
  return {
    kind: 'section',
    name: 'verdicts',
    id: 'verdicts',
    title: inlines('Verdicts'),
    blocks,
  };
}

/** Of the one experiment of a report: what it did to the system. */
function whatWasDone(lines: ReportHead['lines']): string[] {
  const [only] = lines;
  if (!only || lines.length > 1 || only.actions.length === 0) return [];
  const own = [...new Set(only.actions)];
  const names = own.map((name) => `“${name}”`);
  const shown = names.slice(0, 4);
  const more = names.length - shown.length;
  const times = own.length === 1 && only.actions.length > 1 ? `, ${count(only.actions.length, 'time')}` : '';
  return [
    `${own.length === 1 ? 'Its action' : 'Its actions'}: ${enumeration(more > 0 ? [...shown, `${more} more`] : shown)}${times}.`,
  ];
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
      entry('method', 'method'),
    ],
  };
}
