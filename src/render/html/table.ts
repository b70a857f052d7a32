/**
 * A table → heads and groups of lines. Where columns are set under others, a row takes two lines and is a group of its
 * own: what leads on the first line, what is under it and the figures on the second.
 */
import { lineOf } from '../../document/latest-runs.js';
import type { Column, Inline, Row, Table } from '../../document/types.js';
import { classes } from './classes.js';
import type { Frame } from './frame.js';
import { evidenceLink, inlines } from './inline.js';
import { filterValues } from './section.js';
import { widthClass } from './style.js';

interface CellView {
  readonly heading: boolean;
  readonly scope: 'row' | 'rowgroup';
  readonly label: string;
  readonly className: string;
  readonly span: number | undefined;
  readonly depth: number | undefined;
  readonly html: string;
}

interface GroupView {
  readonly id: string | undefined;
  readonly verdict: string | undefined;
  readonly target: string | undefined;
  /** What the script filters by, where the experiment's own page has it. */
  readonly journalStatus?: string | null;
  readonly tags?: string;
  readonly lines: readonly {
    readonly id: string | undefined;
    readonly className: string;
    readonly cells: readonly CellView[];
  }[];
}

/** More columns than this, or columns that nobody has planned, are fitted to what they hold and scroll if they must. */
const PLANNED_COLUMNS = 7;

/** Statistics in more columns than this scroll where it is narrow. */
const FEW_FIGURES = 5;

/** Widths that suit a screen better than a page, in the order of the columns. */
const SCREEN_WIDTHS: Readonly<Partial<Record<NonNullable<Table['role']>, readonly number[]>>> = {
  'steady-state': [32, 40, 14, 14],
  method: [9, 26, 36, 14, 15],
  runs: [23, 13, 13, 18, 12, 21],
};

/** The screen's widths where they are of these columns, the document's elsewhere. */
function widthsOf({ role }: Table, heads: readonly Column[]): readonly number[] {
  const widths = role && SCREEN_WIDTHS[role];
  return widths?.length === heads.length ? widths : heads.map((column) => column.width);
}

/** What `table.hbs` is given beside the table's own fields. */
export function tableView(table: Table, frame: Frame): object {
  const heads = table.columns.filter((column) => column.under === undefined);
  const stacked = heads.length < table.columns.length;
  const free =
    table.role === 'output' ||
    table.role === 'samples' ||
    // Figures are compared down a column: in blocks of their own they would stand apart.
    (table.role === 'statistics' && heads.length > FEW_FIGURES) ||
    heads.length > PLANNED_COLUMNS;
  const widths = widthsOf(table, heads);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return {
    id: table.id,
    label: table.label,
    role: table.role,
    empty: table.rows.length === 0 ? (table.empty ?? []) : undefined,
    className: classes(table.role ?? 'plain', stacked ? 'stacked' : '', free ? 'free' : 'planned'),
    scrolls: free,
    // A matrix is planned in the style sheet: its figures need a certain width, whatever the page's.
    columns: free || stacked ? [] : widths.map((width) => ({ className: widthClass(width / whole) })),
    heads: heads.map((column) => ({ className: classes(keyClass(column), alignClass(column)), content: column.label })),
    groups: stacked
      ? table.rows.map((row) => stackedGroup(table.columns, row, frame))
      : [{ lines: table.rows.map((row) => line(row, plainCells(table.columns, row, frame, !free))) }],
  };
}

function line(row: Row, cells: readonly CellView[], id = row.id): GroupView['lines'][number] {
  return { id, className: row.weight ?? '', cells };
}

function plainCells(columns: readonly Column[], row: Row, frame: Frame, labelled: boolean): readonly CellView[] {
  return columns.map((column, i) => cell(column, row.cells[i] ?? [], row, frame, { labelled }));
}

const LINE_BREAK: Inline = { kind: 'break' };

/** Two lines for a row. A column before the first pair stands beside both. */
function stackedGroup(columns: readonly Column[], row: Row, frame: Frame): GroupView {
  const heads = columns.filter((column) => column.under === undefined);
  const contentOf = (column: Column): readonly Inline[] => row.cells[columns.indexOf(column)] ?? [];
  const below = new Map(heads.map((head) => [head, columns.filter((column) => column.under === head.key)] as const));
  const isPair = (column: Column): boolean => (below.get(column) ?? []).length > 0;
  const firstPair = heads.findIndex(isPair);
  const first: CellView[] = [];
  const second: CellView[] = [];
  for (const [i, column] of heads.entries()) {
    const [under, ...more] = below.get(column) ?? [];
    if (under !== undefined) {
      const next = heads.findIndex((other, j) => j > i && isPair(other));
      const span = (next === -1 ? heads.length : next) - i;
      first.push(
        cell(column, contentOf(column), row, frame, { scope: 'rowgroup', ...(span > 1 ? { span } : {}), key: true }),
      );
      const content = [under, ...more].flatMap((one, j) =>
        j === 0 ? contentOf(one) : [LINE_BREAK, ...contentOf(one)],
      );
      second.push(cell(under, content, row, frame, { key: true }));
    } else if (i < firstPair) {
      first.push(cell(column, contentOf(column), row, frame, { depth: 2, key: true }));
    } else {
      second.push(cell(column, contentOf(column), row, frame, { key: true }));
    }
  }
  const line = frame.page === null ? undefined : lineOf(frame.head.lines, row.target);
  return {
    id: row.id,
    verdict: row.status,
    target: row.target,
    ...(line && filterValues(line)),
    lines: [
      { id: undefined, className: classes('first', row.weight), cells: first },
      { id: undefined, className: classes('second', row.weight), cells: second },
    ],
  };
}

interface CellOptions {
  readonly scope?: 'row' | 'rowgroup';
  readonly span?: number;
  readonly depth?: number;
  readonly key?: boolean;
  /** Whether the cell says its column's head, for where it stands apart from it. */
  readonly labelled?: boolean;
}

function cell(column: Column, content: readonly Inline[], row: Row, frame: Frame, options: CellOptions): CellView {
  const heading = column.heading === true;
  return {
    heading,
    scope: options.scope ?? 'row',
    label: heading || options.labelled === false ? '' : column.label,
    className: classes(alignClass(column), options.key === true ? keyClass(column) : ''),
    span: options.span,
    depth: options.depth,
    html: heading ? evidenceLink(content, row.target, frame) : inlines(content, frame),
  };
}

function alignClass(column: Column): string {
  return column.align === 'end' ? 'end' : '';
}

/** Keys are the composer's words where columns are set under others; elsewhere they can be anybody's. */
function keyClass(column: Column): string {
  return /^[a-z][a-z-]*$/.test(column.key) ? `column-${column.key}` : '';
}
