/** The experiments that hold, but only since their definition was changed: by their history, or by an earlier report. */
import type { DefinitionChange, ReportHead, Series } from '../../report/types.js';
import { placeInSeries } from '../latest-runs.js';
import { shortChange } from '../words/definition-change.js';

/** What was changed before one of them held. */
export type Changes = readonly DefinitionChange[];

/** Where that is known from. */
export type HeldSince = Pick<ReportHead, 'lines' | 'series' | 'baseline'>;

/** What was changed before each of them held. `history`: the lines are of the latest runs, and the history tells of the others. */
export function changesBehind(head: HeldSince, history: boolean): Changes[] {
  return [
    ...(history ? onlySinceChange(head).map(({ standing }) => standing.changes) : []),
    ...onlySinceBaseline(head, history),
  ];
}

/** The experiments that hold, and had deviated by the definition before. */
export function onlySinceChange(head: HeldSince): Series[] {
  return head.lines.flatMap(({ id, verdict }) => {
    const series = placeInSeries(head, id)?.series;
    const latest = series?.runs.at(-1)?.experiment === id;
    return latest && verdict.verdict === 'held' && series.standing.turn === 'held-after-change' ? [series] : [];
  });
}

/** What was changed, of those that the history does not tell of and an earlier report does. */
function onlySinceBaseline(head: HeldSince, history: boolean): Changes[] {
  const told = new Set(history ? head.series.flatMap(({ runs }) => runs.map(({ experiment }) => experiment)) : []);
  const held = new Set(head.lines.flatMap(({ id, verdict }) => (verdict.verdict === 'held' ? [id] : [])));
  return (head.baseline?.experiments ?? []).flatMap(({ experiment, turn, changes }) =>
    turn === 'held-after-change' && experiment !== null && held.has(experiment) && !told.has(experiment)
      ? [changes]
      : [],
  );
}

/** What was changed before all of them, as far as one clause says it. */
export function sharedChange(changed: readonly Changes[]): string {
  const clauses = [...new Set(changed.map(shortChange))];
  return clauses.length === 1 ? (clauses[0] ?? '') : 'the definition was changed';
}
