/** What the experiments say they contribute to: by experiment. Absent where none says anything. */
import type { ReportHead } from '../../report/types.js';
import { inlines, linkTo, paragraph } from '../inline.js';
import type { Section } from '../types.js';
import { named } from '../words/names.js';
import { count, enumeration } from '../words/quantity.js';

const LEVELS = ['high', 'medium', 'low', 'none'] as const;

export function contributionsSection({ lines }: ReportHead): Section | null {
  const names = [...new Set(lines.flatMap(({ contributions }) => contributions.map(({ name }) => name)))];
  if (names.length === 0) return null;
  const declaring = lines.filter(({ contributions }) => contributions.length > 0).length;
  return {
    kind: 'section',
    name: 'contributions',
    id: 'contributions',
    title: inlines('Contributions'),
    startsPage: true,
    blocks: [
      paragraph(
        declaring === lines.length
          ? `All ${count(lines.length, 'experiment')} declare what they contribute to: ${enumeration(names)}.`
          : `${count(declaring, 'experiment')} of ${lines.length} ${declaring === 1 ? 'declares' : 'declare'} what ${declaring === 1 ? 'it contributes' : 'they contribute'} to: ${enumeration(names)}.`,
      ),
      part('Distribution', 'How many experiments contribute at each level; “not said” where an experiment does not name the contribution.', {
        label: 'Contribution',
        columns: [...LEVELS, ...otherLevels(lines), 'not said'],
        rows: names.map((name) => {
          const stated = lines.map((line) => line.contributions.find((one) => one.name === name)?.level ?? 'not said');
          return { heading: inlines(name), cells: [...LEVELS, ...otherLevels(lines), 'not said'].map((level) => String(stated.filter((one) => one === level).length)), };
        }),
        figures: true,
      }),
      part('By experiment', 'What each experiment says; a dash where it says nothing.', {
        label: 'Experiment',
        columns: names,
        rows: lines.filter(({ contributions }) => contributions.length > 0).map((line) => ({
          heading: [linkTo(line.id, named(line.title, 'an experiment'))],
          cells: names.map((name) => line.contributions.find((one) => one.name === name)?.level ?? '–'),
        })),
        figures: false,
      }),
      ...byTag(lines, names),
    ],
  };
}

/** Levels that are none of the four, as written. */
function otherLevels(lines: ReportHead['lines']): string[] {
  const known = new Set<string>(LEVELS);
  return [...new Set(lines.flatMap(({ contributions }) => contributions.map(({ level }) => level)))].filter((level) => !known.has(level));
}

function byTag(lines: ReportHead['lines'], names: readonly string[]): Section[] {
  const tags = [...new Set(lines.flatMap((line) => line.tags))];
  if (tags.length === 0) return [];
  return [
    part('By tag', 'How many of the experiments with a tag contribute (high, medium or low), of how many.', {
      label: 'Tag',
      columns: names,
      rows: tags.map((tag) => {
        const tagged = lines.filter((line) => line.tags.includes(tag));
        return {
          heading: inlines(tag),
          cells: names.map((name) => {
            const some = tagged.filter((line) => line.contributions.some((one) => one.name === name && one.level !== 'none'));
            return `${some.length} of ${tagged.length}`;
          }),
        };
      }),
      figures: true,
    }),
  ];
}

interface Grid {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly heading: ReturnType<typeof inlines>; readonly cells: readonly string[] }[];
  readonly figures: boolean;
}

function part(title: string, note: string, { label, columns, rows, figures }: Grid): Section {
  return {
    kind: 'section',
    name: 'contributions',
    id: `contributions-${title.toLowerCase().replaceAll(' ', '-')}`,
    title: inlines(title),
    blocks: [
      paragraph(note, 'note'),
      {
        kind: 'table',
        label: `${title}: contributions`,
        columns: [
          { key: 'heading', label, align: 'start', width: 30, heading: true },
          ...columns.map((column) => ({ key: column, label: column, align: figures ? ('end' as const) : ('start' as const), width: 12 })),
        ],
        rows: rows.map(({ heading, cells }) => ({ cells: [heading, ...cells.map((cell) => inlines(cell))] })),
      },
    ],
  };
}
