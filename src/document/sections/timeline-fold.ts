/** Timelines of many rows: equal neighbours fold into one row with a count, and if that is not enough, neighbours of a kind. */
import type { TimelineLane, TimelineRow } from '../../chart/timeline-data.js';
import { figure } from '../words/quantity.js';

/** More rows than this are not read, and do not fit a page. */
export const MOST_ROWS = 40;

/** The lanes with at most about {@link MOST_ROWS} rows in all. */
export function foldRows(lanes: readonly TimelineLane[]): TimelineLane[] {
  if (rowsIn(lanes) <= MOST_ROWS) return [...lanes];
  const folded = lanes.map((lane) => ({ ...lane, rows: foldEqual(lane.rows) }));
  const total = rowsIn(folded);
  if (total <= MOST_ROWS) return folded;
  // Each lane keeps its share of the rows.
  return folded.map((lane) => ({
    ...lane,
    rows: bundle(lane.rows, Math.max(Math.floor((lane.rows.length / total) * MOST_ROWS), 1)),
  }));
}

function rowsIn(lanes: readonly TimelineLane[]): number {
  return lanes.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Neighbours whose names differ in digits alone, with the same status. */
function foldEqual(rows: readonly TimelineRow[]): TimelineRow[] {
  const groups: TimelineRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.[0] && keyOf(last[0]) === keyOf(row)) last.push(row);
    else groups.push([row]);
  }
  return groups.map(merged);
}

function keyOf({ label, status }: TimelineRow): string {
  return `${status ?? ''} ${label.replace(/\d+/g, '#')}`;
}

/** Neighbours in bundles, so that few rows are left; the worst status of a bundle is its own. */
function bundle(rows: readonly TimelineRow[], most: number): TimelineRow[] {
  if (rows.length <= most) return [...rows];
  const size = Math.ceil(rows.length / most);
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    merged(rows.slice(index * size, (index + 1) * size)),
  );
}

function merged(group: readonly TimelineRow[]): TimelineRow {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last || group.length === 1) return first as TimelineRow;
  const bars = group.flatMap((row) => row.bars);
  const label = first.label === last.label ? first.label : `${first.label} … ${last.label}`;
  return {
    label: `${label} (${figure(bars.length)})`,
    bars,
    status: group.find(({ status }) => status !== null)?.status ?? null,
  };
}
