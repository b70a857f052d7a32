/** What a sidecar's schema allows → facts, with every absence spelled out. */
import type { Seconds } from '../judgement-types.js';
import type { About, ExperimentSidecar, FollowUp, SignOff, Ticket } from './types.js';

/** A value as `sidecar.schema.json` describes it. */
export interface SidecarFile extends WrittenPart {
  readonly 'sign-off'?: readonly Partial<SignOff>[];
  readonly experiments?: readonly WrittenEntry[];
}

interface WrittenPart {
  readonly system?: string;
  readonly environment?: string;
  readonly owner?: string;
  readonly ticket?: string | Ticket;
  readonly 'recovery-objective'?: string | number;
  readonly notes?: string;
  readonly 'follow-ups'?: readonly WrittenFollowUp[];
}

interface WrittenEntry extends WrittenPart {
  readonly title?: string;
  readonly file?: string;
}

interface WrittenFollowUp {
  readonly what: string;
  readonly who?: string;
  readonly by?: string;
  readonly state?: FollowUp['state'];
  readonly ticket?: string | Ticket;
}

/** One sidecar. */
export interface Sidecar extends ExperimentSidecar {
  /** Its path, with `/`. */
  readonly file: string;
  /** The journals it is about: those below this folder; null for all of them. */
  readonly folder: string | null;
  readonly signOffs: readonly SignOff[];
  readonly entries: readonly SidecarEntry[];
}

/** What it says of one experiment: found by its title, its journal, or both. */
export interface SidecarEntry extends ExperimentSidecar {
  readonly title: string | null;
  readonly journal: string | null;
}

/** Makes the facts. `folder`: see {@link Sidecar.folder}. */
export function readSidecar(written: SidecarFile, file: string, folder: string | null): Sidecar {
  return {
    file,
    folder,
    ...part(written),
    signOffs: (written['sign-off'] ?? []).map(({ role, name, decision, date }) => ({
      role: role ?? null,
      name: name ?? null,
      decision: decision ?? null,
      date: date ?? null,
    })),
    entries: (written.experiments ?? []).map((entry) => ({
      title: entry.title ?? null,
      journal: entry.file ?? null,
      ...part(entry),
    })),
  };
}

function part(written: WrittenPart): About & Pick<ExperimentSidecar, 'notes' | 'followUps'> {
  const objective = written['recovery-objective'];
  return {
    system: written.system ?? null,
    environment: written.environment ?? null,
    owner: written.owner ?? null,
    ticket: ticketOf(written.ticket),
    recoveryObjective: objective === undefined ? null : secondsOf(objective),
    notes: written.notes ?? null,
    followUps: (written['follow-ups'] ?? []).map(({ what, who, by, state, ticket }) => ({
      what,
      who: who ?? null,
      by: by ?? null,
      state: state ?? 'open',
      ticket: ticketOf(ticket),
    })),
  };
}

function ticketOf(written: string | Ticket | undefined): Ticket | null {
  if (written === undefined) return null;
  if (typeof written !== 'string') return written;
  return { name: written, url: /^https?:\/\/\S+$/i.test(written) ? written : null };
}

const UNITS: Readonly<Record<string, Seconds>> = { ms: 0.001, s: 1, min: 60, h: 3600 };

function secondsOf(written: string | number): Seconds {
  if (typeof written === 'number') return written;
  const [, number = '', unit = ''] = /^([\d.]+) ?([a-z]+)$/.exec(written) ?? [];
  // A thousandth is no binary fraction: 50 ms has to be 0.05 and not 0.05000000000000001.
  return unit === 'ms' ? Number(number) / 1000 : Number(number) * (UNITS[unit] ?? 1);
}
