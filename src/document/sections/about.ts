/** What people know of the system, its owner and its objective: rows of facts, for the whole and for one experiment. */
import type { Experiment, HeadSidecar, Recovery, Ticket } from '../../report/types.js';
import { inlines, status, strong } from '../inline.js';
import type { FactRow, Facts, Inline } from '../types.js';
import { count, duration, enumeration } from '../words/quantity.js';
import { visibleAddress } from '../words/visible.js';

/** How many tickets page 1 names. */
const TICKETS = 6;

/** Page 1: what the experiments have in common; null where nobody wrote it down. */
export function aboutFacts(sidecar: HeadSidecar | null): Facts | null {
  if (sidecar === null) return null;
  const { systems, environments, owners, tickets, recovery } = sidecar;
  const more = tickets.length - TICKETS;
  const rows: FactRow[] = [
    ...named('System', systems),
    ...named('Environment', environments),
    ...named('Owner', owners),
    ...(tickets.length === 0
      ? []
      : [
          row(
            tickets.length === 1 ? 'Ticket' : 'Tickets',
            ...separated(tickets.slice(0, TICKETS).map(ticketWords)),
            more > 0 ? ` and ${more} more` : '',
          ),
        ]),
    ...(recovery === null ? [] : [row('Recovery objective', ...totals(recovery))]),
  ];
  return rows.length === 0 ? null : { kind: 'facts', rows };
}

/** One experiment: rows beside the facts of its run. */
export function aboutRows({ sidecar, recovery }: Experiment): FactRow[] {
  if (sidecar === null) return [];
  const { system, environment, owner, ticket } = sidecar;
  const one = (label: string, value: string | null): FactRow[] => (value === null ? [] : [row(label, value)]);
  return [
    ...one('System', system),
    ...one('Environment', environment),
    ...one('Owner', owner),
    ...(ticket === null ? [] : [row('Ticket', ...ticketWords(ticket))]),
    ...(recovery === null ? [] : [row('Recovery objective', ...recoverySentence(recovery))]),
  ];
}

/** A ticket's name, leading to it where its address is known. */
export function ticketWords({ name, url }: Ticket): Inline[] {
  return url === null ? inlines(name) : [{ kind: 'link', to: { href: visibleAddress(url) }, children: inlines(name) }];
}

const RESULTS = {
  met: ['met', 'met'],
  missed: ['not-met', 'missed'],
  'cannot-tell': ['not-checked', 'cannot tell'],
} as const;

/** "30 seconds: met, not seen away for longer than 12 seconds". */
function recoverySentence({ objective, result, atLeast, atMost, notSeenBackAt }: Recovery): Inline[] {
  const [name, word] = RESULTS[result];
  return inlines(
    `${duration(objective)}: `,
    status(name, word),
    `; ${awayWords(atLeast, atMost, notSeenBackAt !== null)}`,
  );
}

function awayWords(atLeast: number, atMost: number | null, isStillAway: boolean): string {
  if (isStillAway) {
    return atLeast === 0
      ? 'the steady state was not met when it was last checked'
      : `the steady state was away for ${duration(atLeast)} or more, and not met when it was last checked`;
  }
  if (atMost === null)
    return atLeast === 0
      ? 'how long the steady state was away is not known'
      : `the steady state was away for ${duration(atLeast)} or more`;
  if (atLeast === 0) return `the steady state may have been away for up to ${duration(atMost)}`;
  return `the steady state was away for between ${duration(atLeast)} and ${duration(atMost)}`;
}

function totals({ met, missed, 'cannot-tell': unknown }: NonNullable<HeadSidecar['recovery']>): Inline[] {
  const all = met + missed + unknown;
  const part = (number: number, result: keyof typeof RESULTS): Inline[][] => {
    const [name, word] = RESULTS[result];
    return number === 0 ? [] : [[strong(status(name, `${word} in ${number}`))]];
  };
  return inlines(
    ...separated([...part(met, 'met'), ...part(missed, 'missed'), ...part(unknown, 'cannot-tell')]),
    ` of ${count(all, 'experiment')} that ${all === 1 ? 'has' : 'have'} one`,
  );
}

function named(label: string, values: readonly string[]): FactRow[] {
  return values.length === 0 ? [] : [row(values.length === 1 ? label : `${label}s`, enumeration(values))];
}

function row(label: string, ...value: readonly (Inline | string)[]): FactRow {
  return { label: inlines(label), value: inlines(...value) };
}

function separated(parts: readonly (readonly Inline[])[]): Inline[] {
  return parts.flatMap((part, index) => (index === 0 ? part : inlines(', ', ...part)));
}
