/** The appendix of the report: sources, what could not be read, what was masked, and the words it uses. */
import type { ReportHead, UnreadableSource } from '../../report/types.js';
import { code, inlines, linkTo, paragraph, present } from '../inline.js';
import type { Row, Section } from '../types.js';
import { count, enumeration, figure } from '../words/quantity.js';
import { warningWords } from '../words/warning.js';
import { maskedSection } from './masked.js';

export function appendixSection(head: ReportHead): Section {
  return {
    kind: 'section',
    name: 'appendix',
    id: 'appendix',
    title: inlines('Appendix'),
    startsPage: true,
    blocks: present(sourceJournals(head), unreadableJournals(head), maskedSection(head), glossary()),
  };
}

function sourceJournals({ sources, duplicates, passedOver, generator }: ReportHead): Section {
  return {
    kind: 'section',
    name: 'source-journals',
    id: 'source-journals',
    title: inlines('Source journals'),
    blocks: present(
      {
        kind: 'table',
        role: 'source-journals',
        label: 'The journals this report was made from',
        columns: [
          { key: 'file', label: 'File', align: 'start', width: 130, heading: true },
          { key: 'bytes', label: 'Bytes', align: 'end', width: 50 },
          { key: 'sha256', label: 'SHA-256', align: 'start', width: 165 },
          { key: 'odd', label: 'What was odd', align: 'start', width: 148 },
        ],
        rows: sources.map((source): Row => ({
          ...(source.experiment === null ? {} : { id: `source-${source.experiment}` }),
          cells: [
            [
              ...(source.experiment === null ? inlines(source.file) : [linkTo(source.experiment, source.file)]),
              ...(source.pointer === '' ? [] : inlines(`#${source.pointer}`)),
            ],
            inlines(figure(source.size)),
            [code(source.sha256)],
            inlines(source.warnings.length === 0 ? 'nothing odd' : source.warnings.map(warningWords).join('; ')),
          ],
        })),
      },
      duplicates.length > 0 && paragraph(`Given more than once, and counted once: ${doubled(duplicates)}.`, 'note'),
      passedOver > 0 &&
        paragraph(
          `${count(passedOver, 'other file', 'other files')} in the folders and patterns given ${passedOver === 1 ? 'is' : 'are'} not ${passedOver === 1 ? 'a journal' : 'journals'} and ${passedOver === 1 ? 'was' : 'were'} passed over.`,
          'note',
        ),
      paragraph(
        inlines(
          'The SHA-256 is of each file as it was read, before masking: ',
          code('chaos-report verify'),
          ` compares a report with journals. Made by ${generator.name} ${generator.version}.`,
        ),
        'note',
      ),
    ),
  };
}

/** Files of the same bytes, a few of them by name. */
function doubled(duplicates: ReportHead['duplicates']): string {
  const named = duplicates
    .slice(0, 20)
    .map(({ file, pointer, sameAs }) => `${nameOf(file, pointer)} (the same as ${sameAs})`);
  const more = duplicates.length - named.length;
  return enumeration(more > 0 ? [...named, count(more, 'more', 'more')] : named);
}

/** A file, or a place in it: `journals.json#/4`. */
function nameOf(file: string, pointer: string): string {
  return pointer === '' ? file : `${file}#${pointer}`;
}

function unreadableJournals({ unreadable }: ReportHead): Section | null {
  if (unreadable.length === 0) return null;
  return {
    kind: 'section',
    name: 'unreadable',
    id: 'unreadable',
    title: inlines('Missing journals'),
    blocks: [
      paragraph(
        `${count(unreadable.length, 'file')} could not be read as ${unreadable.length === 1 ? 'a journal' : 'journals'} and ${unreadable.length === 1 ? 'is' : 'are'} missing from this report.`,
      ),
      {
        kind: 'table',
        role: 'unreadable',
        label: 'Files that could not be read',
        columns: [
          { key: 'file', label: 'File', align: 'start', width: 140, heading: true },
          { key: 'where', label: 'Where', align: 'start', width: 80 },
          { key: 'why', label: 'Why, and what to do', align: 'start', width: 270 },
        ],
        rows: unreadable.map(unreadableRow),
      },
    ],
  };
}

function unreadableRow({ file, line, column, pointer, message, hint }: UnreadableSource): Row {
  const where = line !== null ? `line ${line}${column === null ? '' : `, column ${column}`}` : (pointer ?? '');
  return {
    cells: [inlines(file), inlines(where), inlines(`${message.replace(/(?<![.\s])[.\s]+$/, '')}. `, hint ?? '')],
  };
}

const GLOSSARY: readonly (readonly [string, string])[] = [
  ['Action', 'A change made to the system on purpose.'],
  ['Activity', 'A probe or an action. An activity result is its entry in a run.'],
  ['Baseline', 'The steady state before anything was done.'],
  ['Contribution', 'How much an experiment adds to the trust in a property of the system.'],
  ['Deviated', 'Out of tolerance, or not measurable, after or during the method.'],
  ['Duration', 'Of the whole run: with its checks, pauses and rollbacks. The fault window is a part of it.'],
  ['Exploratory', 'Run without a hypothesis, or with one that has no probes: nothing could hold or deviate.'],
  ['Fault window', 'From the start of the first action to the end of the method.'],
  ['Held', 'Verified after or during the method, and never violated.'],
  ['Journal', 'The file that the Chaos Toolkit writes about one run.'],
  ['Method', 'The sequence of actions and probes.'],
  ['Not tested', 'Not met, or not measurable, before the method: nothing was learnt.'],
  ['Probe', 'A measurement, which should change nothing.'],
  ['Rollback', 'An activity after the method that undoes what it did.'],
  ['Steady state', 'What the system looks like when all is well.'],
  ['Tolerance', 'The values a probe may return while the steady state holds.'],
];

function glossary(): Section {
  return {
    kind: 'section',
    name: 'glossary',
    id: 'glossary',
    title: inlines('Glossary'),
    blocks: [
      {
        kind: 'facts',
        role: 'glossary',
        rows: GLOSSARY.map(([term, meaning]) => ({ label: inlines(term), value: inlines(meaning) })),
      },
    ],
  };
}
