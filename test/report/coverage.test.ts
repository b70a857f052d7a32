import { describe, expect, it } from '@jest/globals';
import { buildReport } from '../../src/report/collect.js';
import { readJournal } from '../../src/journal/read-journal.js';
import type { CoveredAction, ReportHead } from '../../src/report/types.js';
import { SETTINGS, yearReport } from '../support/fixtures.js';

interface Run {
  readonly day: number;
  readonly tags?: readonly string[];
  readonly method: readonly object[];
  readonly run?: readonly object[];
  readonly met?: boolean;
  /** Without a hypothesis. */
  readonly explored?: boolean;
  readonly dry?: string;
}

const python = (name: string): object => ({
  type: 'action',
  name,
  provider: { type: 'python', module: 'm', func: name },
});
const entry = (activity: object, more: object = {}): object => ({
  activity,
  status: 'succeeded',
  output: null,
  ...more,
});

function headOf(runs: readonly Run[]): ReportHead {
  const journals = runs.map(({ day, tags = [], method, run = [], met = true, explored = false, dry }) => {
    const probes = [
      { type: 'probe', name: 'p', provider: { type: 'python', module: 'm', func: 'p' }, tolerance: true },
    ];
    const state = (tolerance_met: boolean): object => ({
      steady_state_met: tolerance_met,
      probes: [{ activity: probes[0], status: 'succeeded', output: tolerance_met, tolerance_met }],
    });
    const journal = {
      experiment: {
        title: `run ${day}`,
        tags,
        method,
        rollbacks: [],
        ...(explored ? {} : { 'steady-state-hypothesis': { title: 'h', probes } }),
        dry,
      },
      start: `2026-01-0${day}T00:00:00Z`,
      status: 'completed',
      run,
      rollbacks: [],
      ...(explored ? {} : { steady_states: { before: state(true), after: state(met) } }),
    };
    return readJournal(new TextEncoder().encode(JSON.stringify(journal)), `${day}.json`);
  });
  return buildReport(journals, SETTINGS).head;
}

function onlyAction(head: ReportHead): CoveredAction {
  expect(head.coverage.actions).toHaveLength(1);
  return head.coverage.actions[0]!;
}

describe('coverage', () => {
  it('tells runs that had a steady state to hold from exploratory ones', () => {
    const a = python('a');
    const head = headOf([
      { day: 1, tags: ['x'], method: [a], run: [entry(a)], explored: true },
      { day: 2, tags: ['x', 'y'], method: [a], run: [entry(a)], met: false },
      { day: 3, tags: ['z'], method: [a], run: [entry(a)], explored: true },
    ]);
    const action = onlyAction(head);
    expect([action.exercised, action.judged, action.lastHeld]).toEqual([3, 1, null]);
    expect(action.tags.map(({ tag, exercised, judged }) => [tag, exercised, judged]).sort()).toEqual([
      ['x', 2, 1],
      ['y', 1, 1],
      ['z', 1, 0],
    ]);
  });

  it('counts runs, and remembers when an action was last exercised and last held', () => {
    const a = python('a');
    const head = headOf([
      { day: 1, tags: ['x'], method: [a], run: [entry(a)] },
      { day: 2, tags: ['x', 'y'], method: [a, a], run: [entry(a), entry(a)] },
      { day: 3, tags: ['y'], method: [a], run: [entry(a)], met: false },
    ]);
    const at = (day: number): object => ({ instant: `2026-01-0${day}T00:00:00Z` });
    expect(onlyAction(head)).toMatchObject({
      provider: 'python',
      target: 'm.a',
      declared: 3,
      exercised: 3,
      lastExercised: at(3),
      lastHeld: at(2),
      never: null,
    });
    expect(onlyAction(head).tags.toSorted((b, c) => (b.tag < c.tag ? -1 : 1))).toMatchObject([
      { tag: 'x', declared: 2, exercised: 2, lastHeld: at(2) },
      { tag: 'y', declared: 2, exercised: 2, lastHeld: at(2) },
    ]);
  });

  it.each<readonly [string, Omit<Run, 'day' | 'method'>]>([
    ['failed', { run: [entry(python('a'), { status: 'failed', exception: ['ValueError: x'] })] }],
    ['skipped', { run: [entry(python('a'), { status: 'skipped' })] }],
    ['cut-off', { run: [{ activity: python('a'), start: '2026-01-01T00:00:00Z' }] }],
    ['dry', { run: [entry(python('a'))], dry: 'actions' }],
    ['not-started', { run: [] }],
  ])('does not count what was %s', (never, run) => {
    expect(onlyAction(headOf([{ day: 1, method: [python('a')], ...run }]))).toMatchObject({
      declared: 1,
      exercised: 0,
      lastExercised: null,
      lastHeld: null,
      never,
    });
  });

  it('does not count an action that was answered with an error', () => {
    const call = {
      type: 'action',
      name: 'call',
      provider: { type: 'http', url: 'https://u:p@api.example.com:8443/x?y' },
    };
    const refused = entry(call, { output: { status: 500, headers: {}, body: '' } });
    expect(onlyAction(headOf([{ day: 1, method: [call], run: [refused] }]))).toMatchObject({
      provider: 'http',
      target: 'api.example.com:8443',
      never: 'failed',
    });
  });

  it('knows processes by their program', () => {
    const stress = {
      type: 'action',
      name: 's',
      provider: { type: 'process', path: '/usr/bin/stress', arguments: '-c 1' },
    };
    expect(onlyAction(headOf([{ day: 1, method: [stress], run: [] }]))).toMatchObject({ target: '/usr/bin/stress' });
  });

  it('of the made-up year: the replica was last lost without harm in August', () => {
    const { coverage } = yearReport({ runs: 'latest' }).head;
    expect(coverage.runs).toBe(60);
    const replica = coverage.actions.find(({ target }) => target === 'shop.database.stop_replica');
    expect(replica).toMatchObject({ declared: 11, exercised: 11, lastHeld: { experiment: null } });
    expect(replica?.lastHeld?.instant.slice(0, 10)).toBe('2026-08-03');
  });
});
