import { evidence, type FindingRule } from './rule.js';

/** The experiment refers to variables that neither the journal nor whoever made the report gives a value. */
export const unresolvedVariables: FindingRule = {
  rule: 'unresolved-variables',
  severity: 'note',
  find: (run) => {
    const names = run.variables.flatMap(({ name, origin, secret }) =>
      origin === 'unresolved' && !secret ? [name] : [],
    );
    return names.length === 0
      ? []
      : [
          {
            evidence: [evidence(run, null, null, '/experiment/configuration')],
            detail: { names },
            key: names.join('\n'),
          },
        ];
  },
};
