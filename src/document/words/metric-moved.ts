/** The finding that a series moved in the fault window, in words. */
import { isNumeral, isObject, type JsonValue } from '../../json.js';
import type { Figure, Finding, MetricUnit, MetricGroup } from '../../report/types.js';
import { inlines } from '../inline.js';
import type { Inline } from '../types.js';
import { amount } from './finding-phrases.js';
import { measure } from './measure.js';
import { lasting, silence } from './movement.js';
import { figure } from './quantity.js';
import { groupTitle, seriesName } from './series-name.js';

/** "GET 200 fell to 0 in the fault window, for 19 to 21 seconds, though the steady state held (shop_orders: 2 of 3 series moved)." */
export function metricMoved({ detail }: Pick<Finding, 'detail'>, linked: (words: string) => Inline[]): Inline[] {
  const group = {
    source: detail.source as MetricGroup['source'],
    name: textOf(detail.name),
    origin: { activity: textOf(detail.activity) },
  };
  const name = seriesName({ labels: labelsOf(detail.labels) }, group);
  const title = groupTitle(group);
  const many =
    amount(detail.moved) > 1 ? `${figure(amount(detail.moved))} of ${figure(amount(detail.of))} series moved` : '';
  const where = [name === title ? '' : title, many].filter((part) => part !== '').join(': ');
  return inlines(
    linked(name),
    ` ${movedHow(detail)}${detail.verdict === 'held' ? ', though the steady state held' : ''}${where === '' ? '' : ` (${where})`}.`,
  );
}

function movedHow(detail: Finding['detail']): string {
  const value = (part: JsonValue | undefined, key: string): string =>
    measure(isObject(part) ? figureOf(part[key]) : 0, detail.unit as MetricUnit | null);
  const { before, during } = detail;
  switch (detail.kind) {
    case 'zero':
      return `fell to 0 in the fault window, ${lasting(amount(detail.least), secondsOf(detail.most))}`;
    case 'absent':
      return silence(secondsOf(detail.most));
    case 'appeared':
      return `had no value before the fault window, and a median of ${value(during, 'median')} in it`;
    case 'peaked':
      return `peaked at ${value(during, 'maximum')} in the fault window, at most ${value(before, 'maximum')} before it`;
    case 'dipped':
      return `dipped to ${value(during, 'minimum')} in the fault window, at least ${value(before, 'minimum')} before it`;
    default:
      return `${textOf(detail.kind)} from a median of ${value(before, 'median')} to a median of ${value(during, 'median')} in the fault window`;
  }
}

function figureOf(value: JsonValue | undefined): Figure {
  return typeof value === 'number' || value === '+Inf' || value === '-Inf' ? value : 0;
}

function secondsOf(value: JsonValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function labelsOf(value: JsonValue | undefined): Record<string, string> {
  if (!isObject(value) || isNumeral(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([label, one]) => [label, textOf(one)]));
}
