/** Which groups of numbers have a place among the metrics of a run. */
import type { MetricGroup } from '../metric-types.js';

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
