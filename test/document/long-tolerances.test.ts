import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { composeDocument } from '../../src/document/compose.js';
import { documentText } from '../support/document-text.js';
import { FIXTURES, reportFrom } from '../support/fixtures.js';

interface Written {
  readonly experiment: { readonly 'steady-state-hypothesis': { readonly probes: { tolerance: unknown }[] } };
  readonly steady_states: Record<
    'before' | 'after',
    { readonly probes: { readonly activity: { tolerance: unknown } }[] }
  >;
}

describe('tolerances that do not fit a cell', () => {
  it('stand in full once, below the table of the baseline, and shortened in each table', () => {
    const journal = JSON.parse(readFileSync(`${FIXTURES}02-deviated.json`, 'utf8')) as Written;
    const values = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`slo-${index}`, index]));
    const tolerance = { type: 'probe', name: 'slo', provider: { type: 'python', arguments: values } };
    for (const probe of journal.experiment['steady-state-hypothesis'].probes) probe.tolerance = tolerance;
    for (const { probes } of [journal.steady_states.before, journal.steady_states.after])
      for (const { activity } of probes) activity.tolerance = tolerance;
    const text = documentText(composeDocument(reportFrom(journal)));
    expect(text.match(/The tolerance of service-is-healthy:/g)).toHaveLength(1);
    expect(text.match(/'slo-79': 79/g)).toHaveLength(1);
    expect(text).toMatch(/the probe `slo` accepts it ⏎ `\{.*… \([\d,]+ characters\)`/);
  });
});
