/** Tolerances that are too long for a cell: in full below the first table of the hypothesis, shortened in all of them. */
import type { ProbeCheck } from '../../report/types.js';
import { inlines, paragraph } from '../inline.js';
import { valueBlocks } from '../output.js';
import type { Notation } from '../settings.js';
import type { Block } from '../types.js';
import { literal } from '../words/literal.js';
import { named } from '../words/names.js';

/** The longest literal of a tolerance in a cell: more would be a column of a page's height. */
export const TOLERANCE_LIMIT = 600;

/** The tolerances of these probes that do not fit a cell. `file`: the journal they stand in. */
export function longTolerances(probes: readonly ProbeCheck[], file: string, notation: Notation): Block[] {
  return probes.flatMap(({ tolerance, name }, index) => {
    if (tolerance === null || literal(tolerance, { notation }).length <= TOLERANCE_LIMIT) return [];
    const pointer = `/experiment/steady-state-hypothesis/probes/${index}/tolerance`;
    return [
      paragraph(inlines(`The tolerance of ${named(name, 'a probe')}:`), 'intro'),
      ...valueBlocks(tolerance, { file, pointer }, notation),
    ];
  });
}
