/** What groups and series of numbers are called, and in which order they are told. */
import type { MetricGroup, MetricSeries } from '../../report/types.js';
import { visibleLine } from '../words/visible.js';

/** A title longer than this is a query, and stands under another one. */
const TITLE_LENGTH = 60;

/** The metric's name, or the activity's where it has none that could be a title. */
export function groupTitle({ source, name, origin }: MetricGroup): string {
  if (source === 'probe') return visibleLine(origin.activity);
  const own = visibleLine(name);
  if (own === '' || own.length > TITLE_LENGTH) return visibleLine(origin.activity) || source;
  return source === 'prometheus' ? own : `${source} ${own}`;
}

/** The values of the labels that tell it from the others; the metric where there are none. */
export function seriesName({ labels }: MetricSeries, group: MetricGroup): string {
  const entries = Object.entries(labels);
  const [only] = entries;
  // A figure alone does not say what it is: quantile 0.95.
  if (only && entries.length === 1 && /^[-+\d.]+$/.test(only[1])) return visibleLine(`${only[0]} ${only[1]}`);
  return visibleLine(Object.values(labels).join(' ')) || groupTitle(group);
}

/** What moved most first; else in the order they came in. */
export function byMovement(series: readonly MetricSeries[]): readonly MetricSeries[] {
  return series.toSorted((a, b) => b.movement.size - a.movement.size);
}

/** Whether it is more than single values. */
export function isOverTime({ series }: MetricGroup): boolean {
  return series.some(({ values }) => values > 1);
}

/** What k6 measures of each request beside how long it took: for programs, in the JSON. */
const K6_DETAILS = new Set([
  'http_req_blocked',
  'http_req_connecting',
  'http_req_tls_handshaking',
  'http_req_sending',
  'http_req_waiting',
  'http_req_receiving',
  'data_sent',
  'data_received',
  'iterations',
  'iteration_duration',
  'vus_max',
]);
/** A probe's values before and after stand in the tables of the hypothesis; a line needs one more. */
const LEAST_OF_PROBE = 3;

/** Whether a group has a place among the metrics. */
export function isShown({ source, name, series }: MetricGroup): boolean {
  if (source === 'k6') return !K6_DETAILS.has(name);
  return source !== 'probe' || series.some(({ values }) => values >= LEAST_OF_PROBE);
}
