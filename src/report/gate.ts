/** The head, and what was asked for → what trips the gate: which rule, in which experiment, shown by what. */
import type { Evidence, ExperimentLine, Finding, LeftBehind, ReportHead, Verdict } from './types.js';

/** One thing that shall not be in a report. */
export type GateRule =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  /** Something was left in the system, or may have been. */
  | { readonly kind: 'left-behind' }
  /** A finding by its rule, `action-failed`, or by its whole id, `action-failed:0f3a2b1c4d5e`. */
  | { readonly kind: 'finding'; readonly id: string };

/** What a pipeline asks of a report. */
export interface Gate {
  readonly rules: readonly GateRule[];
  /** The fewest experiments that the report must have; null where that was not asked. */
  readonly experiments: number | null;
}

/** A rule that was tripped. All but `too-few` name the experiment that did it. */
export type Trip =
  | { readonly kind: 'verdict'; readonly line: ExperimentLine }
  | { readonly kind: 'left-behind'; readonly line: ExperimentLine; readonly items: readonly LeftBehind[] }
  | {
      readonly kind: 'finding';
      readonly line: ExperimentLine;
      /** With the evidence of this experiment only. */
      readonly finding: Finding;
      /** As it was asked for. */
      readonly id: string;
    }
  | { readonly kind: 'too-few'; readonly reported: number; readonly required: number };

/** Everything that trips the gate: rule by rule as they were given, experiments in the order of the report. */
export function trippedBy(head: ReportHead, { rules, experiments }: Gate): readonly Trip[] {
  const tooFew: Trip[] =
    experiments !== null && head.lines.length < experiments
      ? [{ kind: 'too-few', reported: head.lines.length, required: experiments }]
      : [];
  return [...tooFew, ...rules.flatMap((rule) => tripsOf(rule, head))];
}

/** What shows it, where it is a place in a journal. */
export function evidenceOf(trip: Trip): Evidence | null {
  switch (trip.kind) {
    case 'verdict':
      return trip.line.verdict.reason.evidence;
    case 'left-behind':
      return trip.items[0]?.evidence ?? null;
    case 'finding':
      return trip.finding.evidence[0] ?? null;
    case 'too-few':
      return null;
  }
}

function tripsOf(rule: GateRule, head: ReportHead): Trip[] {
  switch (rule.kind) {
    case 'verdict':
      return head.lines.flatMap((line) =>
        line.verdict.verdict === rule.verdict ? [{ kind: 'verdict' as const, line }] : [],
      );
    case 'left-behind': {
      // Before the method nothing was done, so nothing can be left of it.
      const items = byExperiment(
        head.leftBehind.filter(({ methodStarted }) => methodStarted),
        ({ experiment }) => experiment,
      );
      return head.lines.flatMap((line) => {
        const left = items.get(line.id);
        return left ? [{ kind: 'left-behind' as const, line, items: left }] : [];
      });
    }
    case 'finding':
      return head.findings
        .filter(({ rule: name, id }) => name === rule.id || id === rule.id)
        .flatMap((finding) => findingTrips(finding, rule.id, head));
  }
}

/** A finding may be of several experiments: each is told apart. */
function findingTrips(finding: Finding, id: string, { lines }: ReportHead): Trip[] {
  const evidence = byExperiment(finding.evidence, ({ experiment }) => experiment);
  return lines.flatMap((line) => {
    const own = evidence.get(line.id);
    return own ? [{ kind: 'finding' as const, line, id, finding: { ...finding, evidence: own } }] : [];
  });
}

function byExperiment<T>(items: readonly T[], experimentOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const known = groups.get(experimentOf(item));
    if (known) known.push(item);
    else groups.set(experimentOf(item), [item]);
  }
  return groups;
}
