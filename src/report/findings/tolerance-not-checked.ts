import { evidence, type FindingRule } from './rule.js';

/** A probe of the method has a tolerance, and the library looks at tolerances of the hypothesis only. */
export const toleranceNotChecked: FindingRule = {
  rule: 'tolerance-not-checked',
  severity: 'low',
  find: (run) => {
    // A probe of the hypothesis that the method refers to is checked where it belongs.
    const checked = new Set(run.hypothesis?.before.probes.map(({ name }) => name));
    const places = run.run.flatMap((result, index) =>
      result.tolerance !== null && result.toleranceMet === null && !checked.has(result.name) ? [{ result, index }] : [],
    );
    if (places.length === 0) return [];
    return [
      {
        evidence: places.map(({ result, index }) => evidence(run, 'method', index, result.pointer)),
        detail: { names: [...new Set(places.map(({ result }) => result.name))] },
        key: run.title,
      },
    ];
  },
};
