/** Runs, one at a time → which actions were exercised, against which tags, and when each was last seen to hold. */
import { compareText } from './compare-text.js';
import { milliseconds } from './time.js';
import { refusal } from './doubt.js';
import { textOf } from './read-parts.js';
import {
  ACTION_FATES,
  type ActionFate,
  type ActivityResult,
  type Coverage,
  type CoveredAction,
  type CoveredTag,
  type DeclaredActivity,
  type Experiment,
  type Instant,
  type Sighting,
  type Verdict,
} from './types.js';

/** What the coverage needs of a run: its actions by what they do, each with the best that became of it. */
export type RunActions = readonly RunAction[];

interface RunAction {
  readonly provider: string | null;
  readonly target: string;
  readonly fate: ActionFate;
}

/** The actions that the method of a run declares or carried out. */
export function actionsOf({ definition, run }: Pick<Experiment, 'definition' | 'run'>): RunActions {
  const found = new Map<string, RunAction>();
  const add = (action: DeclaredActivity, fate: ActionFate): void => {
    const provider = action.provider?.type ?? null;
    const target = targetOf(action);
    const key = JSON.stringify([provider, target]);
    const known = found.get(key);
    if (!known || rank(fate) < rank(known.fate)) found.set(key, { provider, target, fate });
  };
  for (const result of run) if (result.kind === 'action') add(result, fateOf(result));
  for (const declared of definition.method) if (declared.kind === 'action') add(declared, 'not-started');
  return [...found.values()];
}

function rank(fate: ActionFate): number {
  return ACTION_FATES.indexOf(fate);
}

function fateOf(result: ActivityResult): ActionFate {
  if (result.dry) return 'dry';
  switch (result.outcome) {
    case 'succeeded':
      return refusal(result) === null ? 'exercised' : 'failed';
    case 'failed':
      return 'failed';
    case 'skipped':
      return 'skipped';
    case 'aborted':
    case 'no-end':
    case 'other':
      return 'cut-off';
  }
}

/** What an action acts with or upon: the function, the host, the program. */
function targetOf({ provider, name }: DeclaredActivity): string {
  const { module, func, url, path } = provider?.settings ?? {};
  switch (provider?.type) {
    case 'python':
      return [textOf(module), textOf(func)].filter((part) => part !== null).join('.') || name;
    case 'http':
      return hostOf(textOf(url) ?? '') || name;
    case 'process':
      return textOf(path) ?? name;
    default:
      return name;
  }
}

/** The host with its port, as it is written: addresses of journals may hold `${…}`. */
function hostOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(url)?.[1] ?? url;
}

/** A run for {@link coverageOf}. */
export interface CoverageRun {
  readonly actions: RunActions;
  readonly tags: readonly string[];
  readonly verdict: Verdict;
  readonly start: Instant | null;
  /** Null for a run without a chapter. */
  readonly experiment: string | null;
}

interface Tally {
  declared: number;
  exercised: number;
  judged: number;
  lastExercised: Sighting | null;
  lastHeld: Sighting | null;
  /** The fate in the last run, and its start. */
  last: { readonly start: Instant; readonly fate: ActionFate } | null;
}

/** The coverage of all runs. `tags`: in the order in which they are told. */
export function coverageOf(runs: readonly CoverageRun[], tags: readonly string[]): Coverage {
  const order = new Map(tags.map((tag, index) => [tag, index]));
  const actions = new Map<string, { action: RunAction; whole: Tally; byTag: Map<string, Tally> }>();
  for (const run of runs) {
    for (const action of run.actions) {
      const key = JSON.stringify([action.provider ?? '', action.target]);
      let known = actions.get(key);
      if (!known) actions.set(key, (known = { action, whole: emptyTally(), byTag: new Map() }));
      count(known.whole, action.fate, run);
      for (const tag of new Set(run.tags)) {
        const tally = known.byTag.get(tag) ?? emptyTally();
        known.byTag.set(tag, tally);
        count(tally, action.fate, run);
      }
    }
  }
  return {
    runs: runs.length,
    actions: [...actions]
      .sort(([a], [b]) => compareText(a, b))
      .map(([, { action, whole, byTag }]): CoveredAction => {
        const { declared, exercised, judged, lastExercised, lastHeld, last } = whole;
        return {
          provider: action.provider,
          target: action.target,
          declared,
          exercised,
          judged,
          lastExercised,
          lastHeld,
          never: exercised === 0 ? (last?.fate ?? action.fate) : null,
          tags: [...byTag]
            .sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
            .map(([tag, tally]): CoveredTag => ({
              tag,
              declared: tally.declared,
              exercised: tally.exercised,
              judged: tally.judged,
              lastExercised: tally.lastExercised,
              lastHeld: tally.lastHeld,
            })),
        };
      }),
  };
}

function emptyTally(): Tally {
  return { declared: 0, exercised: 0, judged: 0, lastExercised: null, lastHeld: null, last: null };
}

function count(tally: Tally, fate: ActionFate, { start, verdict, experiment }: CoverageRun): void {
  tally.declared++;
  if (fate === 'exercised') tally.exercised++;
  if (fate === 'exercised' && verdict !== 'exploratory') tally.judged++;
  if (start === null) return;
  if (isLater(start, tally.last?.start)) tally.last = { start, fate };
  if (fate !== 'exercised') return;
  if (isLater(start, tally.lastExercised?.instant)) tally.lastExercised = { instant: start, verdict, experiment };
  if (verdict === 'held' && isLater(start, tally.lastHeld?.instant))
    tally.lastHeld = { instant: start, verdict, experiment };
}

function isLater(start: Instant, than: Instant | undefined): boolean {
  return than === undefined || milliseconds(start) >= milliseconds(than);
}
