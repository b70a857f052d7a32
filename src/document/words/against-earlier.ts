/** What was measured since a tolerance was changed, held against the earlier one → sentences: "3.9, after the method, would not have met …". */
import type { AgainstEarlier, DefinitionChange, Phase, Verdict } from '../../report/types.js';
import { inlines, linkToEvidence } from '../inline.js';
import type { Notation } from '../settings.js';
import type { Inline } from '../types.js';
import { named } from './names.js';
import { count, figure } from './quantity.js';
import { valueWords } from './value.js';

/** How many tolerances are told of. */
const TOLD = 2;

/**
 * A sentence for each tolerance that can be told of, where it says more than the change does. `verdict`: of the runs since.
 * `before`: what the earlier tolerance was of, for one run: "the tolerance of the run before".
 */
export function againstEarlierSentences(
  changes: readonly DefinitionChange[],
  verdict: Verdict | null,
  notation: Notation,
  before = 'the earlier tolerance',
): Inline[][] {
  return changes
    .filter((change) => change.againstEarlier !== null && !isImplied(change, verdict))
    .slice(0, TOLD)
    .flatMap((change) => {
      const { from, activity, againstEarlier } = change;
      if (!againstEarlier) return [];
      const of = changes.length > 1 ? ` of ${named(activity?.name ?? '', 'the probe')}` : '';
      const tolerance = valueWords(from, notation);
      return [
        againstEarlier.runs === 1
          ? ofOneRun(againstEarlier, inlines(`${before}${of}, `, tolerance), notation)
          : ofRuns(againstEarlier, inlines(of === '' ? '' : `the earlier tolerance${of}, `, tolerance), notation),
      ];
    });
}

/** What held by a harder tolerance would have held by the easier one. */
function isImplied({ effect }: DefinitionChange, verdict: Verdict | null): boolean {
  return (verdict === 'held' && effect === 'tightened') || (verdict === 'deviated' && effect === 'loosened');
}

function ofOneRun({ last }: AgainstEarlier, tolerance: readonly Inline[], notation: Notation): Inline[] {
  return inlines(
    observed(last, notation),
    `, measured ${PHASES[last.phase]}, would ${last.met ? '' : 'not '}have met `,
    tolerance,
    last.met ? ', too.' : '.',
  );
}

function ofRuns(
  { runs, met, notMet, last }: AgainstEarlier,
  tolerance: readonly Inline[],
  notation: Notation,
): Inline[] {
  const unknown = runs - met - notMet;
  const these = `of these ${count(runs, 'run')}`;
  const said =
    notMet === runs
      ? inlines(`${runs === 2 ? 'Neither' : 'None'} ${these} would have met `, tolerance)
      : met === runs
        ? inlines(`${runs === 2 ? 'Both' : `All ${figure(runs)}`} would have met `, tolerance, ' too')
        : inlines(`${figure(notMet || met)} ${these} would ${notMet > 0 ? 'not ' : ''}have met `, tolerance);
  const untold = unknown > 0 ? `, and for ${figure(unknown)} that cannot be told` : '';
  const when = unknown > 0 ? 'in the last of the others' : 'in the last';
  return inlines(said, `${untold}: ${when}, `, observed(last, notation), ` was measured ${PHASES[last.phase]}.`);
}

const PHASES: Readonly<Record<Phase, string>> = {
  before: 'before the method',
  during: 'during the method',
  method: 'during the method',
  after: 'after the method',
  rollback: 'after the method',
};

function observed({ observed: value, evidence }: AgainstEarlier['last'], notation: Notation): Inline[] {
  return linkToEvidence(evidence, valueWords(value, notation));
}
