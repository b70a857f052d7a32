/** What groups and series of numbers are called. */
import type { MetricGroup, MetricSeries } from '../../report/types.js';
import { visibleLine } from './visible.js';

/** A title longer than this is a query, and stands under another one. */
const TITLE_LENGTH = 60;

/** What a group is called by. */
export interface NamedGroup extends Pick<MetricGroup, 'source' | 'name'> {
  readonly origin: Pick<MetricGroup['origin'], 'activity'>;
}

/** The metric's name, or the activity's where it has none that could be a title. */
export function groupTitle({ source, name, origin }: NamedGroup): string {
  if (source === 'probe') return visibleLine(origin.activity);
  const own = visibleLine(name);
  if (own === '' || own.length > TITLE_LENGTH) return visibleLine(origin.activity) || source;
  return source === 'prometheus' ? own : `${source} ${own}`;
}

/** The values of the labels that tell it from the others; the metric where there are none. */
export function seriesName({ labels }: Pick<MetricSeries, 'labels'>, group: NamedGroup): string {
  const entries = Object.entries(labels);
  const [only] = entries;
  // A figure alone does not say what it is: quantile 0.95.
  if (only && entries.length === 1 && /^[-+\d.]+$/.test(only[1])) return visibleLine(`${only[0]} ${only[1]}`);
  return visibleLine(Object.values(labels).join(' ')) || groupTitle(group);
}
