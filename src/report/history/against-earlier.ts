/** Changes of a definition, and the runs since → what those runs measured, held against the tolerances that were replaced. */
import type { AgainstEarlier, DefinitionChange } from '../types.js';
import type { MeasuredProbe } from './measured.js';
import { probeMeets } from './meets-tolerance.js';

/** A run since the change. */
interface LaterRun {
  readonly measured: readonly MeasuredProbe[];
  readonly experiment: string | null;
}

/** The same changes; those of a tolerance of the hypothesis with what came of it. */
export function againstEarlier(changes: readonly DefinitionChange[], runs: readonly LaterRun[]): DefinitionChange[] {
  return changes.map((change) =>
    change.part === 'hypothesis' && change.kind === 'tolerance' && change.effect !== 'none'
      ? { ...change, againstEarlier: held(change, runs) }
      : change,
  );
}

function held({ from, activity }: DefinitionChange, runs: readonly LaterRun[]): AgainstEarlier | null {
  const told = runs.flatMap(({ measured, experiment }) => {
    const probe = measured.find(({ name }) => name === activity?.name);
    const answer = probe && probeMeets(from, probe);
    return answer ? [{ ...answer, experiment }] : [];
  });
  const last = told.at(-1);
  if (!last) return null;
  const met = told.filter((one) => one.met).length;
  const { value, phase, index, pointer } = last.shown;
  return {
    runs: runs.length,
    met,
    notMet: told.length - met,
    last: {
      met: last.met,
      observed: value,
      phase,
      evidence: last.experiment === null ? null : { experiment: last.experiment, phase, index, pointer },
    },
  };
}
