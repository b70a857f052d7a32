/** Experiments and what sidecars say of them → experiments that know it, and their sum for the head. */
import { addFindings } from '../findings/index.js';
import { recoveryMissed } from '../findings/recovery-missed.js';
import type { Experiment } from '../types.js';
import { sidecarOf, type Shown } from './match.js';
import type { Sidecar } from './read-sidecar.js';
import { recoveryOf } from './recovery.js';
import type { HeadSidecar, RecoveryResult, Ticket } from './types.js';

/** What the head keeps of an experiment. */
export type WithSidecar = Pick<Experiment, 'id' | 'sidecar' | 'recovery'>;

/** The experiment with what is said of it. `file`: the name of its journal. One that is in a report already keeps what was said there, if nothing is said now. */
export function withSidecar(
  experiment: Experiment,
  file: string,
  sidecars: readonly Sidecar[],
  shown: Shown,
): Experiment {
  const sidecar = sidecarOf(sidecars, { file, title: experiment.title }, shown);
  if (sidecar === null) return experiment;
  const objective = sidecar.recoveryObjective;
  const known: Experiment = {
    ...experiment,
    sidecar,
    recovery: objective === null ? null : recoveryOf(experiment, objective),
  };
  return { ...known, findings: addFindings(known, recoveryMissed) };
}

/** The sum of what sidecars say; null where none says anything. `others`: heads of reports that were read back. */
export function headSidecar(
  sidecars: readonly Sidecar[],
  experiments: readonly WithSidecar[],
  others: readonly HeadSidecar[],
): HeadSidecar | null {
  if (sidecars.length === 0 && others.length === 0 && experiments.every(({ sidecar }) => sidecar === null)) return null;
  const said = experiments.flatMap(({ sidecar }) => sidecar ?? []);
  const values = (key: 'system' | 'environment' | 'owner'): string[] => [
    ...new Set(said.flatMap((one) => one[key] ?? [])),
  ];
  const whole = <T>(ours: (sidecar: Sidecar) => readonly T[], theirs: (head: HeadSidecar) => readonly T[]): T[] =>
    distinct([...sidecars.flatMap(ours), ...others.flatMap(theirs)]);
  return {
    systems: values('system'),
    environments: values('environment'),
    owners: values('owner'),
    tickets: distinct<Ticket>(said.flatMap(({ ticket }) => ticket ?? [])),
    notes: whole(
      ({ notes }) => (notes === null ? [] : [notes]),
      ({ notes }) => notes,
    ),
    followUps: [
      ...whole(
        ({ followUps }) => followUps.map((one) => ({ ...one, experiment: null })),
        ({ followUps }) => followUps.filter(({ experiment }) => experiment === null),
      ),
      ...experiments.flatMap(({ id, sidecar }) =>
        (sidecar?.followUps ?? []).map((one) => ({ ...one, experiment: id })),
      ),
    ],
    signOffs: whole(
      ({ signOffs }) => signOffs,
      ({ signOffs }) => signOffs,
    ),
    recovery: recoveryTotals(experiments),
  };
}

function recoveryTotals(experiments: readonly WithSidecar[]): HeadSidecar['recovery'] {
  const results = experiments.flatMap(({ recovery }) => recovery?.result ?? []);
  if (results.length === 0) return null;
  const of = (result: RecoveryResult): number => results.filter((one) => one === result).length;
  return { met: of('met'), missed: of('missed'), 'cannot-tell': of('cannot-tell') };
}

/** Shards of one pipeline bring the same file each: what they all say is said once. */
function distinct<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
