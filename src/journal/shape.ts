/** A journal's tree → a warning for each kind of part that has a type no version of the library gives it. */
import type { Warning } from '../errors.js';
import { isArray, isObject, pointer, toNumber, type JsonValue } from '../json.js';
import type { JournalRoot } from './types.js';

type Kind = 'array' | 'object' | 'string' | 'number' | 'boolean' | 'null';

const ENTRY = ['object'] as const;
const STEADY_STATE = ['object', 'null'] as const;

/** What may stand where. `*` is every item of a list. A part that is not there is never odd. */
const EXPECTED: readonly (readonly [path: string, kinds: readonly Kind[]])[] = [
  ['chaoslib-version', ['string', 'null']],
  ['platform', ['string', 'null']],
  ['node', ['string', 'null']],
  ['status', ['string', 'null']],
  ['deviated', ['boolean', 'null']],
  ['start', ['string', 'null']],
  ['end', ['string', 'null']],
  ['duration', ['number', 'null']],
  ['experiment/title', ['string', 'null']],
  ['experiment/description', ['string', 'null']],
  ['experiment/tags', ['array', 'null']],
  ['experiment/tags/*', ['string']],
  ['experiment/contributions', ['object', 'null']],
  ['experiment/configuration', ['object', 'null']],
  ['experiment/secrets', ['object', 'null']],
  ['experiment/controls', ['array', 'null']],
  ['experiment/controls/*', ENTRY],
  ['experiment/steady-state-hypothesis', ['object', 'null']],
  ['experiment/steady-state-hypothesis/probes', ['array', 'null']],
  ['experiment/steady-state-hypothesis/probes/*', ENTRY],
  ['experiment/method', ['array', 'null']],
  ['experiment/method/*', ENTRY],
  ['experiment/rollbacks', ['array', 'null']],
  ['experiment/rollbacks/*', ENTRY],
  ['steady_states', ['object', 'null']],
  ['steady_states/before', STEADY_STATE],
  ['steady_states/after', STEADY_STATE],
  ['steady_states/during', ['array', 'null']],
  ['steady_states/during/*', STEADY_STATE],
  ...entries('steady_states/before/probes'),
  ...entries('steady_states/after/probes'),
  ...entries('steady_states/during/*/probes'),
  ...entries('run'),
  ...entries('rollbacks'),
];

function entries(list: string): readonly (readonly [string, readonly Kind[]])[] {
  return [
    [list, ['array', 'null']],
    [`${list}/*`, ENTRY],
    [`${list}/*/activity`, ['object']],
    [`${list}/*/status`, ['string', 'null']],
    [`${list}/*/start`, ['string', 'null']],
    [`${list}/*/end`, ['string', 'null']],
    [`${list}/*/duration`, ['number', 'null']],
    [`${list}/*/exception`, ['array', 'string', 'null']],
    [`${list}/*/tolerance_met`, ['boolean', 'null']],
  ];
}

/** One `odd-shape` warning for each row of the table that is broken anywhere: the first place, and how many there are. */
export function checkShape(root: JournalRoot, file: string, base: string): readonly Warning[] {
  return EXPECTED.flatMap(([path, kinds]) => {
    const odd: OddPart[] = [];
    findOdd(root, path.split('/'), 0, kinds, [], odd);
    const [first] = odd;
    if (first === undefined) return [];
    const detail = { found: first.kind, expected: kinds.join(' '), count: odd.length };
    return [{ code: 'odd-shape' as const, detail, place: { file, pointer: first.steps.reduce(pointer, base) } }];
  });
}

interface OddPart {
  readonly kind: Kind;
  readonly steps: readonly string[];
}

function findOdd(
  value: JsonValue,
  path: readonly string[],
  depth: number,
  kinds: readonly Kind[],
  steps: string[],
  odd: OddPart[],
): void {
  const step = path[depth];
  if (step === undefined) {
    const kind = kindOf(value);
    if (!kinds.includes(kind)) odd.push({ kind, steps: [...steps] });
  } else if (step === '*') {
    if (!isArray(value)) return;
    for (let i = 0; i < value.length; i++) {
      steps.push(String(i));
      findOdd(value[i] ?? null, path, depth + 1, kinds, steps, odd);
      steps.pop();
    }
  } else if (isObject(value) && value[step] !== undefined) {
    steps.push(step);
    findOdd(value[step], path, depth + 1, kinds, steps, odd);
    steps.pop();
  }
}

/** What a value is, by the names of JSON. */
function kindOf(value: JsonValue): Kind {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  if (isObject(value)) return 'object';
  if (toNumber(value) !== undefined) return 'number';
  return typeof value === 'string' ? 'string' : 'boolean';
}
