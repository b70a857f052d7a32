/** What must not be lost: every leaf of every output, argument and tolerance, and every line of every traceback. */
import { quote } from '../../src/document/words/literal.js';
import { visible } from '../../src/document/words/visible.js';
import { isArray, isNumeral, isObject, type JsonValue } from '../../src/json.js';
import type { ActivityResult, Experiment } from '../../src/report/types.js';

/** All entries of an experiment. */
export function entriesOf({ hypothesis, run, rollbacks }: Experiment): ActivityResult[] {
  const states = hypothesis ? [hypothesis.before, ...hypothesis.during, hypothesis.after] : [];
  return [
    ...states.flatMap((state) => state.probes.flatMap(({ result }) => (result ? [result] : []))),
    ...run,
    ...rollbacks.flatMap(({ result }) => (result ? [result] : [])),
  ];
}

/** The leaves of a value, keys of objects included. */
export function leavesOf(value: JsonValue): JsonValue[] {
  if (isArray(value)) return value.flatMap(leavesOf);
  if (isObject(value)) return Object.entries(value).flatMap(([key, item]) => [key, ...leavesOf(item)]);
  return [value];
}

/** Everything of an experiment that a report must show. */
export function needlesOf(experiment: Experiment): JsonValue[] {
  return entriesOf(experiment).flatMap(({ phase, output, provider, tolerance, exception }) => [
    ...leavesOf(output),
    // The arguments of a hypothesis' probe stand in its definition, once.
    ...(phase === 'method' || phase === 'rollback' ? leavesOf(provider?.settings.arguments ?? null) : []),
    ...(phase === 'method' || phase === 'rollback' || tolerance === null ? [] : leavesOf(tolerance)),
    ...(exception === null ? [] : exception.split('\n')),
  ]);
}

/** Text without anything that wrapping may add or take away. */
export function squeezed(text: string): string {
  return text.replace(/[\s\u00a0]+/g, '');
}

/** Whether a leaf is in a text that was squeezed: as it is, or as Python or JSON write it. */
export function isIn(haystack: string, leaf: JsonValue): boolean {
  if (leaf === null || typeof leaf === 'boolean') return true;
  if (typeof leaf === 'number' || isNumeral(leaf)) {
    const digits = isNumeral(leaf) ? leaf.$number : String(leaf);
    return haystack.includes(digits) || haystack.includes(digits.replace('Infinity', 'inf').replace('NaN', 'nan'));
  }
  if (typeof leaf !== 'string') throw new TypeError('a leaf is no list and no object');
  // A line that overwrote itself is shown in its last state only, with a count.
  const candidates = [visible(leaf), quote(leaf, 'python').slice(1, -1), JSON.stringify(leaf).slice(1, -1)];
  if (candidates.some((candidate) => haystack.includes(squeezed(candidate)))) return true;
  return jsonTokens(leaf).every((token) => haystack.includes(token));
}

/** JSON in a string is spread over lines: its tokens stay. A leaf that is no JSON has itself as its one token. */
function jsonTokens(leaf: string): string[] {
  try {
    JSON.parse(leaf);
    return leaf.match(/"(?:\\.|[^"\\])*"|[^\s{}[\],:]+/g)?.map((token) => squeezed(visible(token))) ?? [];
  } catch {
    return [squeezed(leaf)];
  }
}
