/** A value or a text of unknown origin → the series and summaries in it, by the first reader that knows its form. */
import type { JsonValue } from '../../json.js';
import { readK6Stream, readK6Summary } from './k6.js';
import { readPrometheus } from './prometheus.js';
import type { Found } from './raw.js';
import { readVegetaReport, readVegetaResults } from './vegeta.js';

/** Reads a value; null where nothing known is in it. `query`: what Prometheus was asked. */
export function readValue(value: JsonValue, query: string | null): Found | null {
  return readPrometheus(value, query) ?? readVegetaReport(value) ?? readK6Summary(value);
}

/** Reads a text: one JSON value, or a value a line. */
export function readText(text: string, query: string | null): Found | null {
  if (!/^\s*\{/.test(text)) return null;
  const whole = parsed(text);
  if (whole !== undefined) return readValue(whole, query) ?? readK6Stream([whole]) ?? readVegetaResults([whole]);
  return readK6Stream(linesOf(text)) ?? readVegetaResults(linesOf(text));
}

/** The values of lines, one at a time. Lines that are no JSON are passed over: a run that was stopped ends in half a line. */
function* linesOf(text: string): Generator<JsonValue> {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end < 0 ? text.length : end);
    from = end < 0 ? text.length : end + 1;
    const value = parsed(line);
    if (value !== undefined) yield value;
  }
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
