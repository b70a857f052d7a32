/** The samples of the steady state during the run: how many met it, and the longest violation of each probe. */
import { milliseconds } from '../../report/time.js';
import type { Hypothesis, SteadyState } from '../../report/types.js';
import { startOfSample } from '../../report/violations.js';
import { partId } from '../ids.js';
import { inlines, paragraph, status, text, time } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Block, Inline, Row, Section, Table } from '../types.js';
import { fineClock } from '../words/fine-clock.js';
import { named } from '../words/names.js';
import { count, duration, figure } from '../words/quantity.js';
import { toleranceWords } from '../words/tolerance.js';
import { TOLERANCE_LIMIT } from './long-tolerances.js';
import { violationBlocks } from './violations.js';

/** A stretch of samples that were not met, one after another. */
interface Violation {
  readonly first: SteadyState;
  readonly last: SteadyState;
}

/** Null where nothing was sampled. `id`: of the experiment. */
export function duringSection(hypothesis: Hypothesis, id: string, settings: WordSettings): Section | null {
  const sampled = hypothesis.during.filter((state) => state.status !== 'not-run');
  if (sampled.length === 0) return null;
  const notMet = sampled.filter((state) => state.status === 'not-met');
  return {
    kind: 'section',
    name: 'during-run',
    id: partId(id, 'during'),
    title: inlines('During Run'),
    blocks: [
      paragraph(duringSentence(sampled, notMet, settings)),
      ...duringTable(sampled, settings),
      ...violationBlocks(hypothesis, settings.zone),
    ],
  };
}

function duringSentence(
  sampled: readonly SteadyState[],
  notMet: readonly SteadyState[],
  { zone }: WordSettings,
): Inline[] {
  const times = count(sampled.length, 'time');
  if (notMet.length === 0) return inlines(`The steady state was sampled ${times}; every sample met it.`);
  const met = sampled.length - notMet.length;
  const sum = `The steady state was sampled ${times}; ${met === 0 ? 'none' : figure(met)} met it and ${figure(notMet.length)} did not.`;
  const first = startOfSample(notMet[0]);
  const last = startOfSample(notMet.at(-1));
  if (first === null || last === null) return inlines(sum);
  const clock = (instant: string): Inline => time(instant, fineClock(instant, zone));
  return inlines(sum, ' First violation at ', clock(first), ', last at ', clock(last), ` ${zone.name}.`);
}

/** A row for each probe that was sampled. */
function duringTable(sampled: readonly SteadyState[], settings: WordSettings): Block[] {
  const names = [...new Set(sampled.flatMap((state) => state.probes.map((check) => check.name)))];
  const table: Table = {
    kind: 'table',
    role: 'during',
    label: 'The probes of the hypothesis during the run',
    columns: [
      { key: 'probe', label: 'Probe', align: 'start', width: 168, heading: true },
      { key: 'tolerance', label: 'Tolerance', align: 'start', width: 130 },
      { key: 'sampled', label: 'Sampled', align: 'end', width: 45 },
      { key: 'met', label: 'Met', align: 'end', width: 30 },
      { key: 'not-met', label: 'Not met', align: 'end', width: 40 },
      { key: 'longest', label: 'Longest violation', align: 'start', width: 80 },
    ],
    rows: names.map((name) => duringRow(name, sampled, settings)),
  };
  return [table];
}

function duringRow(name: string, sampled: readonly SteadyState[], { notation, zone }: WordSettings): Row {
  const checks = sampled.flatMap((state) => state.probes.filter((check) => check.name === name));
  const met = checks.filter((check) => check.state === 'met').length;
  const notMet = checks.filter((check) => check.state === 'not-met' || check.state === 'not-measured').length;
  const longest = longestViolation(sampled.filter((state) => state.probes.some((check) => check.name === name)));
  const from = startOfSample(longest?.first);
  const to = startOfSample(longest?.last);
  const span = from === null || to === null ? null : (milliseconds(to) - milliseconds(from)) / 1000;
  return {
    cells: [
      inlines(named(name, 'a probe')),
      toleranceWords(checks[0]?.tolerance ?? null, checks[0]?.providerType ?? null, notation, TOLERANCE_LIMIT),
      [text(figure(checks.length))],
      [text(figure(met))],
      notMet === 0 ? [text('0')] : [status('not-met', figure(notMet), true)],
      span === null || from === null
        ? inlines('none')
        : inlines(span === 0 ? 'one sample, at ' : `${duration(span)}, from `, time(from, fineClock(from, zone))),
    ],
  };
}

function longestViolation(states: readonly SteadyState[]): Violation | null {
  let longest: Violation | null = null;
  let longestSpan = -1;
  let first: SteadyState | null = null;
  for (const state of states) {
    if (state.status !== 'not-met') {
      first = null;
      continue;
    }
    first ??= state;
    const from = startOfSample(first);
    const to = startOfSample(state);
    const span = from === null || to === null ? 0 : milliseconds(to) - milliseconds(from);
    if (span > longestSpan) {
      longest = { first, last: state };
      longestSpan = span;
    }
  }
  return longest;
}
