/** A run → what the probes of its hypothesis measured, as far as another tolerance can be held against it: single values, few of each. */
import { isNumeral, isObject, toNumber, type JsonValue } from '../../json.js';
import type { Experiment, Phase, ProbeCheck, SteadyState } from '../types.js';
import { isSame } from './definition-form.js';

/** A single value that a probe returned. */
export interface MeasuredValue {
  readonly value: string | number | boolean | { readonly $number: string };
  /** Where the tolerance found it: the output itself, or the field of an output with fields (`status`, `stdout`). */
  readonly field: string | null;
  readonly phase: Phase;
  /** Of the probe in its evaluation; of the sample, during the run. */
  readonly index: number;
  readonly pointer: string;
}

type LeftOut = 'nothing' | 'between' | 'anything';

/** What one probe measured in a run. */
export interface MeasuredProbe {
  readonly name: string;
  readonly values: readonly MeasuredValue[];
  /** What was left out: nothing, numbers that lie between kept ones, or anything. */
  readonly leftOut: LeftOut;
}

/** Longer texts are not kept, nor more different ones than this. */
const LONGEST = 100;
const MOST = 8;

/** The probes that were evaluated, each with the values before and after, and the least and the greatest number of its samples. */
export function measuredOf(hypothesis: Experiment['hypothesis']): MeasuredProbe[] {
  if (!hypothesis) return [];
  const probes = new Map<string, { values: MeasuredValue[]; leftOut: LeftOut }>();
  const take = (state: SteadyState, phase: Phase, sample: number | null): void => {
    state.probes.forEach((check, index) => {
      if (check.state !== 'met' && check.state !== 'not-met') return;
      let probe = probes.get(check.name);
      if (!probe) probes.set(check.name, (probe = { values: [], leftOut: 'nothing' }));
      const one = valueOf(check, phase, sample ?? index);
      const left = one === null ? 'anything' : add(probe.values, one);
      if (left === 'anything' || probe.leftOut === 'nothing') probe.leftOut = left;
    });
  };
  take(hypothesis.before, 'before', null);
  hypothesis.during.forEach((state, sample) => take(state, 'during', sample));
  take(hypothesis.after, 'after', null);
  const declared = new Map<string, number>();
  for (const { name } of hypothesis.declared) declared.set(name, (declared.get(name) ?? 0) + 1);
  // Two probes of one name cannot be told apart.
  return [...probes].flatMap(([name, probe]) => (declared.get(name) === 1 ? [{ name, ...probe }] : []));
}

function valueOf(
  { observed, hasObserved, tolerance, result }: ProbeCheck,
  phase: Phase,
  index: number,
): MeasuredValue | null {
  if (!hasObserved || !result || !isSingle(observed)) return null;
  const at = { value: observed, phase, index, pointer: result.pointer };
  if (!isObject(result.output)) return { ...at, field: null };
  if (isObject(tolerance)) return typeof tolerance.target === 'string' ? { ...at, field: tolerance.target } : null;
  return { ...at, field: 'status' };
}

function isSingle(value: JsonValue): value is MeasuredValue['value'] {
  if (typeof value === 'string') return value.length <= LONGEST && !value.includes('‹secret ');
  return typeof value === 'number' || typeof value === 'boolean' || isNumeral(value);
}

/** Takes a value, and says what had to be left out for it. Of many numbers the least and the greatest are kept. */
function add(values: MeasuredValue[], one: MeasuredValue): LeftOut {
  const samples = values.filter(({ phase }) => phase === 'during');
  if (one.phase !== 'during' || samples.length < MOST) {
    if (one.phase !== 'during' || !samples.some(({ value }) => isSame(value, one.value))) values.push(one);
    return 'nothing';
  }
  const numbers = [...samples, one].map(({ value }) => toNumber(value) ?? NaN);
  const own = numbers.at(-1) ?? NaN;
  if (numbers.some(Number.isNaN)) return 'anything';
  if (own > Math.min(...numbers.slice(0, -1)) && own < Math.max(...numbers.slice(0, -1))) return 'between';
  const order = samples.toSorted((a, b) => (toNumber(a.value) ?? 0) - (toNumber(b.value) ?? 0));
  const middle = order[MOST / 2];
  if (middle && !numbers.slice(0, -1).includes(own)) values.splice(values.indexOf(middle), 1, one);
  return 'between';
}
