/**
 * What the experiments say they contribute to: how often at each level, by experiment, by tag. `none` is something said,
 * and told apart from nothing said. Absent where no experiment says anything.
 */
import type { ContributionsData } from '../../chart/contributions.js';
import type { ExperimentLine, ReportHead } from '../../report/types.js';
import { inlines, level, linkTo, paragraph, present, status } from '../inline.js';
import type { Chart, Inline, Paragraph, Section, Table } from '../types.js';
import { named, VERDICT_WORDS } from '../words/names.js';
import { count, enumeration, figure } from '../words/quantity.js';

const KNOWN = ['high', 'medium', 'low', 'none'] as const;
const NOT_SAID = 'not said';
/** More contributions than this do not fit the columns of a page. */
const MOST_COLUMNS = 8;
const MOST_ROWS = 35;

/** Null where no experiment declares what it contributes to. */
export function contributionsSection({ lines }: ReportHead): Section | null {
  const declaring = lines.filter(({ contributions }) => contributions.length > 0);
  if (declaring.length === 0) return null;
  const names = [...new Set(declaring.flatMap(({ contributions }) => contributions.map(({ name }) => name)))];
  const levels = levelsOf(declaring);
  return {
    kind: 'section',
    name: 'contributions',
    id: 'contributions',
    title: inlines('Contributions'),
    startsPage: true,
    blocks: present(
      paragraph(opening(lines.length, declaring.length, names)),
      ...gaps(names, lines),
      part(
        'Distribution',
        `Experiments at each level; the whole bar is ${count(lines.length, 'experiment')}.`,
        distribution(names, levels, lines),
      ),
      part(
        'By experiment',
        'Three blocks are high, two medium, one low, empty ones none; a dash where nothing was said.',
        byExperiment(names, declaring),
      ),
      ...byTag(names, levels, lines),
    ),
  };
}

function levelsOf(lines: readonly ExperimentLine[]): string[] {
  const written = new Set(lines.flatMap(({ contributions }) => contributions.map(({ level: one }) => one)));
  const known = new Set<string>(KNOWN);
  return [...KNOWN.filter((one) => written.has(one)), ...[...written].filter((one) => !known.has(one)), NOT_SAID];
}

function opening(total: number, declaring: number, names: readonly string[]): string {
  const to = `${count(names.length, 'contribution')}: ${enumeration(names)}`;
  if (declaring === total)
    return total === 1
      ? `The experiment declares ${to}.`
      : `All ${count(total, 'experiment')} declare what they contribute to. There are ${to}.`;
  return `${figure(declaring)} of ${count(total, 'experiment')} ${declaring === 1 ? 'declares what it contributes' : 'declare what they contribute'} to. There ${names.length === 1 ? 'is' : 'are'} ${to}.`;
}

/** What no experiment contributes to, though it is named somewhere. */
function gaps(names: readonly string[], lines: readonly ExperimentLine[]): Paragraph[] {
  const covered = new Set(
    lines.flatMap(({ contributions }) => contributions.filter((one) => one.level !== 'none').map(({ name }) => name)),
  );
  const held = new Set(
    lines
      .filter(({ verdict }) => verdict.verdict === 'held')
      .flatMap(({ contributions }) => contributions.filter((one) => one.level !== 'none').map(({ name }) => name)),
  );
  const uncovered = names.filter((name) => !covered.has(name));
  const unproven = names.filter((name) => covered.has(name) && !held.has(name));
  const said = [
    ...(uncovered.length > 0 ? [`No experiment contributes to ${enumeration(uncovered, 'or')}.`] : []),
    ...(unproven.length > 0 ? [`No experiment that held contributes to ${enumeration(unproven, 'or')}.`] : []),
  ];
  return said.length === 0 ? [] : [paragraph(said.join(' '))];
}

/** How many experiments are at each level of a contribution; those that do not name it are counted too. */
function distribution(names: readonly string[], levels: readonly string[], lines: readonly ExperimentLine[]): Chart[] {
  const counts = new Map(names.map((name) => [name, new Map<string, number>()]));
  for (const { contributions } of lines)
    for (const { name, level: one } of contributions) add(counts.get(name), one, 1);
  const rows = names.map((name) => {
    const own = counts.get(name) ?? new Map<string, number>();
    const said = [...own.values()].reduce((sum, one) => sum + one, 0);
    own.set(NOT_SAID, lines.length - said);
    return { label: name, parts: partsOf(own, levels) };
  });
  return barCharts(
    'contributions-chart',
    { rows, levels, most: lines.length },
    'Experiments at each level of each contribution',
  );
}

/** How many statements the experiments with a tag make at each level. */
function byTag(names: readonly string[], levels: readonly string[], lines: readonly ExperimentLine[]): Section[] {
  const tags = new Map<string, Map<string, number>>();
  for (const { tags: own, contributions } of lines) {
    for (const tag of own) {
      const counts = tags.get(tag) ?? tags.set(tag, new Map()).get(tag);
      if (contributions.length === 0) add(counts, NOT_SAID, 1);
      for (const { level: one } of contributions) add(counts, one, 1);
    }
  }
  if (tags.size === 0) return [];
  const rows = [...tags].map(([label, counts]) => ({ label, parts: partsOf(counts, levels) }));
  const most = rows.reduce(
    (longest, { parts }) =>
      Math.max(
        longest,
        parts.reduce((sum, one) => sum + one.count, 0),
      ),
    1,
  );
  return [
    part(
      'By tag',
      'What the experiments with the tag declare; the length of a bar is the number of declarations. The table says how many of the experiments with a tag contribute to what.',
      [
        ...barCharts('contributions-by-tag-chart', { rows, levels, most }, 'Declarations at each level by tag'),
        ...tagTables(names, lines),
      ],
    ),
  ];
}

/** Of the experiments with a tag, how many contribute to what, and how many say that they do not. */
function tagTables(names: readonly string[], lines: readonly ExperimentLine[]): Table[] {
  const tags = new Map<string, { experiments: number; some: Map<string, number>; none: Map<string, number> }>();
  for (const { tags: own, contributions } of lines) {
    for (const tag of own) {
      const known = tags.get(tag) ?? {
        experiments: 0,
        some: new Map<string, number>(),
        none: new Map<string, number>(),
      };
      tags.set(tag, known);
      known.experiments++;
      for (const { name, level: one } of contributions) add(one === 'none' ? known.none : known.some, name, 1);
    }
  }
  return chunks(names).map((some) => ({
    kind: 'table',
    label: 'How many of the experiments with a tag contribute to what',
    columns: [
      { key: 'tag', label: 'Tag', align: 'start', width: 160, heading: true },
      ...some.map((name) => ({ key: name, label: name, align: 'start' as const, width: 60 })),
    ],
    rows: [...tags].map(([tag, counts]) => ({
      cells: [
        inlines(tag),
        ...some.map((name) => {
          const none = counts.none.get(name) ?? 0;
          return inlines(
            `${figure(counts.some.get(name) ?? 0)} of ${figure(counts.experiments)}${none > 0 ? `, ${figure(none)} none` : ''}`,
          );
        }),
      ],
    })),
  }));
}

/** As many names as columns fit. */
function chunks(names: readonly string[]): (readonly string[])[] {
  const parts: (readonly string[])[] = [];
  for (let from = 0; from < names.length; from += MOST_COLUMNS) parts.push(names.slice(from, from + MOST_COLUMNS));
  return parts;
}

function add(counts: Map<string, number> | undefined, key: string, number: number): void {
  counts?.set(key, (counts.get(key) ?? 0) + number);
}

function partsOf(
  counts: ReadonlyMap<string, number>,
  levels: readonly string[],
): ContributionsData['rows'][number]['parts'] {
  return levels.flatMap((one) => ((counts.get(one) ?? 0) > 0 ? [{ level: one, count: counts.get(one) ?? 0 }] : []));
}

/** Charts of no more rows than a page holds. */
function barCharts(id: string, data: ContributionsData, what: string): Chart[] {
  const charts: Chart[] = [];
  // The key names no level that no bar has.
  const there = new Set(data.rows.flatMap(({ parts }) => parts.map((part) => part.level)));
  const levels = data.levels.filter((one) => there.has(one));
  for (let from = 0; from < data.rows.length; from += MOST_ROWS) {
    charts.push(
      barChart(
        from === 0 ? id : `${id}-${from}`,
        { ...data, rows: data.rows.slice(from, from + MOST_ROWS), levels },
        what,
      ),
    );
  }
  return charts;
}

function barChart(id: string, data: ContributionsData, what: string): Chart {
  const words = data.rows.map(
    ({ label, parts }) =>
      `${label}: ${enumeration(parts.map(({ level: one, count: number }) => `${figure(number)} ${one}`))}`,
  );
  return { kind: 'chart', id, chart: { kind: 'contributions', data }, alternative: `${what}. ${words.join('; ')}.` };
}

/** A row an experiment. Many contributions make several tables, one under the other. */
function byExperiment(names: readonly string[], lines: readonly ExperimentLine[]): Table[] {
  return chunks(names).map((some) => experimentTable(some, lines));
}

function experimentTable(names: readonly string[], lines: readonly ExperimentLine[]): Table {
  return {
    kind: 'table',
    label: 'What each experiment contributes to',
    columns: [
      { key: 'experiment', label: 'Experiment', align: 'start', width: 160, heading: true },
      ...names.map((name) => ({ key: name, label: name, align: 'start' as const, width: 60 })),
    ],
    rows: lines.map(({ id, title, verdict, contributions }) => ({
      cells: [
        inlines(
          status(verdict.verdict, VERDICT_WORDS[verdict.verdict]),
          ' ',
          linkTo(id, named(title, 'an experiment')),
        ),
        ...names.map((name) => levelCell(contributions.find((one) => one.name === name)?.level)),
      ],
    })),
  };
}

function levelCell(written: string | undefined): Inline[] {
  const known = KNOWN.find((one) => one === written);
  if (known) return inlines(level(`contribution-${known}`, ''), known);
  return inlines(written ?? '–');
}

function part(title: string, note: string, blocks: Section['blocks']): Section {
  return {
    kind: 'section',
    name: 'contributions',
    id: `contributions-${title.toLowerCase().replaceAll(' ', '-')}`,
    title: inlines(title),
    blocks: [paragraph(note, 'note'), ...blocks],
  };
}
