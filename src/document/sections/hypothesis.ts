/** The steady state hypothesis: what was expected, and what was seen before, during and after the run. */
import type { Experiment, Hypothesis, ProbeCheck } from '../../report/types.js';
import { rootCause } from '../../report/exception.js';
import { culprit } from '../../report/steady-state.js';
import { partId, placeId } from '../ids.js';
import { code, inlines, linkTo, paragraph, present } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Inline, Row, Section } from '../types.js';
import { checkStatus, named } from '../words/names.js';
import { literal } from '../words/literal.js';
import { readAs, type Variables } from '../words/read-as.js';
import { toleranceWords } from '../words/tolerance.js';
import { cellValue } from '../words/value.js';
import { duringSection } from './during.js';
import { longTolerances, TOLERANCE_LIMIT } from './long-tolerances.js';

export function hypothesisSection({ hypothesis, id, variables, source }: Experiment, settings: WordSettings): Section {
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
      stateSection('before', hypothesis, { id, variables, source }, settings),
      duringSection(hypothesis, id, settings),
      stateSection('after', hypothesis, { id, variables, source }, settings),
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
  { id, variables, source: { file } }: Pick<Experiment, 'id' | 'variables' | 'source'>,
  settings: WordSettings,
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
      ...(phase === 'before' ? longTolerances(state.probes, file, settings.notation) : []),
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
    ...toleranceWords(tolerance, providerType, notation, TOLERANCE_LIMIT),
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
