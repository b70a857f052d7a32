/** What a value with variables in it stands for: "`${api}`, read as `https://…`". */
import type { JsonValue } from '../../json.js';
import { substitute } from '../../report/variables.js';
import type { Variable } from '../../report/types.js';
import { inlines } from '../inline.js';
import type { Inline } from '../types.js';

/** What each `${name}` of an experiment stands for. */
export type Variables = readonly Variable[];

/** ", read as …", or nothing where no variable in the value is known. */
export function readAs(
  value: JsonValue,
  variables: Variables,
  write: (value: JsonValue) => readonly Inline[],
): Inline[] {
  const read = substitute(value, variables);
  if (read === undefined) return [];
  // The environment of the run may have said otherwise: a default is what is known.
  const defaults = variables.filter(({ origin }) => origin === 'default');
  const assumed =
    defaults.length > 0 &&
    JSON.stringify(
      substitute(
        value,
        variables.filter((one) => !defaults.includes(one)),
      ) ?? value,
    ) !== JSON.stringify(read);
  return inlines(assumed ? ', by default read as ' : ', read as ', write(read));
}
