/** The steady state hypothesis: what was expected, and what was seen before, during and after the run. */
import type { Experiment, Hypothesis, ProbeCheck, SteadyState } from '../../report/types.js';
import { milliseconds } from '../../report/time.js';
import { rootCause } from '../../report/exception.js';
import { culprit } from '../../report/steady-state.js';
import { partId, placeId } from '../ids.js';
import { code, inlines, linkTo, paragraph, present, status, text, time } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Block, Inline, Row, Section, Table } from '../types.js';
import { fineClock } from '../words/fine-clock.js';
import { checkStatus, named } from '../words/names.js';
import { count, duration, figure } from '../words/quantity.js';
import { literal } from '../words/literal.js';
import { readAs, type Variables } from '../words/read-as.js';
import { toleranceWords } from '../words/tolerance.js';
import { cellValue } from '../words/value.js';
import { violationBlocks } from './violations.js';

export function hypothesisSection({ hypothesis, id, variables }: Experiment, settings: WordSettings): Section {
  const base = {
    kind: 'section' as const,
    name: 'steady-state-hypothesis' as const,
    id: partId(id, 'hypothesis'),
    title: inlines('Steady State Hypothesis'),
  };
  if (!hypothesis)
    return { ...base, blocks: [paragraph('No steady state hypothesis was defined: the run was exploratory.')] };
  const opening = openingWords(hypothesis.title, variables, settings.notation);
  if (hypothesis.probes === 0 && hypothesis.before.status === 'not-run' && hypothesis.after.status === 'not-run') {
    return { ...base, blocks: [paragraph(inlines(opening, ' It has no probes: the run was exploratory.'))] };
  }
  return {
    ...base,
    blocks: present(
      paragraph(opening),
      stateSection('before', hypothesis, id, settings, variables),
      duringSection(hypothesis, id, settings),
      stateSection('after', hypothesis, id, settings, variables),
    ),
  };
}

/** What the hypothesis is called; as it was read where variables stand in its title. */
function openingWords(title: string | null, variables: Variables, notation: WordSettings['notation']): Inline[] {
  if (title === null) return inlines('The steady state hypothesis this experiment tried has no title.');
  const read = readAs(title, variables, (value) =>
    inlines(`“${typeof value === 'string' ? value : literal(value, { notation })}”`),
  );
  return inlines(`The steady state hypothesis this experiment tried was “${title}”`, read, '.');
}

function stateSection(
  phase: 'before' | 'after',
  hypothesis: Hypothesis,
  id: string,
  settings: WordSettings,
  variables: Variables,
): Section {
  const state = hypothesis[phase];
  return {
    kind: 'section',
    name: phase === 'before' ? 'before-run' : 'after-run',
    id: partId(id, phase),
    title: inlines(phase === 'before' ? 'Before Run' : 'After Run'),
    blocks: [
      paragraph(stateSentence(hypothesis, phase, id)),
      {
        kind: 'table',
        role: 'steady-state',
        label: `The probes of the hypothesis ${phase} the run`,
        columns: [
          { key: 'probe', label: 'Probe', align: 'start', width: 168, heading: true },
          { key: 'tolerance', label: 'Tolerance', align: 'start', width: 150 },
          { key: 'observed', label: 'Observed', align: 'start', width: 95 },
          { key: 'verified', label: 'Verified', align: 'start', width: 80 },
        ],
        rows: state.probes.map((check, index) => probeRow(check, placeId(id, phase, index), settings, variables)),
        empty: inlines('No probes were declared.'),
      },
    ],
  };
}

function stateSentence(hypothesis: Hypothesis, phase: 'before' | 'after', id: string): Inline[] {
  const state = hypothesis[phase];
  switch (state.status) {
    case 'met':
      return inlines('The steady state was verified.');
    case 'not-run':
      if (!hypothesis.recorded) return inlines('The journal does not record whether the steady state was checked.');
      return inlines(
        state.probes.some(({ result }) => result !== null)
          ? 'The steady state was not checked: in a dry run the journal says it was met, without measuring.'
          : 'The steady state was not checked.',
      );
    case 'not-met': {
      const found = culprit(state);
      if (!found) return inlines('The steady state was not verified.');
      const link = linkTo(placeId(id, phase, found.index), named(found.check.name, 'a probe'));
      const stopped = state.probes.some((check) => check.state === 'not-evaluated')
        ? ', and the hypothesis stopped there'
        : '';
      const what = found.check.state === 'not-measured' ? ' could not be measured' : ' was out of tolerance';
      return inlines('The steady state was not verified: ', link, `${what}${stopped}.`);
    }
  }
}

function probeRow(check: ProbeCheck, id: string, { notation }: WordSettings, variables: Variables): Row {
  const bad = check.state === 'not-met' || check.state === 'not-measured';
  return {
    id,
    ...(check.state === 'not-evaluated' ? { weight: 'muted' as const } : bad ? { weight: 'strong' as const } : {}),
    cells: [
      check.result?.hasOutput || check.result?.exception
        ? [linkTo(`${id}-output`, named(check.name, 'a probe'))]
        : inlines(named(check.name, 'a probe')),
      toleranceCell(check, notation, variables),
      observed(check, notation),
      [checkStatus(check.state)],
    ],
  };
}

/** The tolerance in words; as it was read where variables stand in it. */
function toleranceCell(
  { tolerance, providerType }: ProbeCheck,
  notation: WordSettings['notation'],
  variables: Variables,
): Inline[] {
  return [
    ...toleranceWords(tolerance, providerType, notation),
    ...(tolerance === null ? [] : readAs(tolerance, variables, (read) => [code(literal(read, { notation }))])),
  ];
}

function observed(check: ProbeCheck, notation: WordSettings['notation']): Inline[] {
  if (check.hasObserved) return [cellValue(check.observed, notation, check.state === 'not-met')];
  if (check.state === 'not-measured') return errorWords(check);
  return inlines(check.state !== 'not-evaluated' && check.result?.hasOutput ? 'see its output' : '–');
}

/** The class of the first exception, which is what kept the probe from measuring. */
function errorWords({ result }: ProbeCheck): Inline[] {
  const type = result?.exception ? rootCause(result.exception).type : '';
  return type === '' ? inlines('an error') : inlines('an error: ', code(type));
}

/** A stretch of samples that were not met, one after another. */
interface Violation {
  readonly first: SteadyState;
  readonly last: SteadyState;
}

function duringSection(hypothesis: Hypothesis, id: string, settings: WordSettings): Section | null {
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
  const first = startOf(notMet[0]);
  const last = startOf(notMet.at(-1));
  if (first === null || last === null) return inlines(sum);
  const clock = (instant: string): Inline => time(instant, fineClock(instant, zone));
  return inlines(sum, ' First violation at ', clock(first), ', last at ', clock(last), ` ${zone.name}.`);
}

function startOf(state: SteadyState | undefined): string | null {
  return state?.probes.at(-1)?.result?.start?.instant ?? null;
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
  const from = startOf(longest?.first);
  const to = startOf(longest?.last);
  const span = from === null || to === null ? null : (milliseconds(to) - milliseconds(from)) / 1000;
  return {
    cells: [
      inlines(named(name, 'a probe')),
      toleranceWords(checks[0]?.tolerance ?? null, checks[0]?.providerType ?? null, notation),
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
    const from = startOf(first);
    const to = startOf(state);
    const span = from === null || to === null ? 0 : milliseconds(to) - milliseconds(from);
    if (span > longestSpan) {
      longest = { first, last: state };
      longestSpan = span;
    }
  }
  return longest;
}
