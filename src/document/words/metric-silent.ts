/** The finding that series have no value in the fault window, in words. */
import { isArray, isObject, type JsonObject } from '../../json.js';
import type { Finding, MetricGroup } from '../../report/types.js';
import { inlines } from '../inline.js';
import type { Inline } from '../types.js';
import { amount, listed, words } from './finding-phrases.js';
import { count, duration } from './quantity.js';
import { groupTitle } from './series-name.js';

/** "The values of shop_orders end 40 seconds before the fault window: they cannot tell what happened in it." */
export function metricSilent(detail: Finding['detail'], linked: (words: string) => Inline[]): Inline[] {
  const groups = isArray(detail.groups) ? detail.groups.filter(isObject) : [];
  const [only] = groups;
  if (only && groups.length === 1)
    return inlines(
      'The values of ',
      linked(titleOf(only)),
      ` ${whereWords(only)}: they cannot tell what happened in it.`,
    );
  const sides = new Set(groups.map(({ where }) => words(where)));
  const side = sides.size === 1 ? ` (${SIDES[words(only?.where)] ?? ''})` : '';
  return inlines(
    linked(count(groups.length, 'metric')),
    ` have no value in the fault window${side}, and cannot tell what happened in it: ${listed(groups.map(titleOf))}.`,
  );
}

const SIDES: Readonly<Record<string, string>> = {
  before: 'all end before it',
  after: 'all begin after it',
  around: 'none falls into it',
};

function whereWords({ where, apart, step }: JsonObject): string {
  const long = duration(amount(apart));
  if (where === 'before') return `end ${long} before the fault window`;
  if (where === 'after') return `begin ${long} after the fault window`;
  const pace =
    typeof step === 'number' && step > amount(apart)
      ? `, which is shorter than the ${duration(step)} between two of them`
      : '';
  return `are all outside the fault window of ${long}${pace}`;
}

function titleOf({ source, name, activity }: JsonObject): string {
  return groupTitle({
    source: source as MetricGroup['source'],
    name: words(name),
    origin: { activity: words(activity) },
  });
}
