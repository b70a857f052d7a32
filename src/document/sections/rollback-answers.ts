/** What probes among the rollbacks answered: the last that was seen of the system, and looked at by nobody. */
import type { RollbackAnswer } from '../../report/types.js';
import { evidenceId } from '../ids.js';
import { code, inlines, linkToEvidence } from '../inline.js';
import type { Notation } from '../settings.js';
import type { FactRow, Inline } from '../types.js';
import { literal } from '../words/literal.js';
import { named, shortTitle } from '../words/names.js';
import { figure } from '../words/quantity.js';

/** How many rows there are. */
const ROWS = 6;
/** How many probes a sentence names. */
const NAMED = 6;

/** An answer with the experiment it is of; `title` is null where there is one alone. */
export type Answered = RollbackAnswer & { readonly experiment: string; readonly title: string | null };

/** A row a value, and one for all else of an experiment. */
export function answerRows(answers: readonly Answered[], notation: Notation): FactRow[] {
  const others = new Map<string, [Answered, ...Answered[]]>();
  for (const answer of answers.filter(({ shown }) => !shown)) {
    const known = others.get(answer.experiment);
    if (known) known.push(answer);
    else others.set(answer.experiment, [answer]);
  }
  const values = answers.flatMap((answer): [Answered][] => (answer.shown ? [[answer]] : []));
  const all = [...values, ...others.values()];
  const rows = all.slice(0, ROWS).map((told, at): FactRow => {
    const [first] = told;
    const { experiment, index, title } = first;
    const words = first.shown ? valueWords(first, notation) : outputWords(told);
    return {
      label: inlines(at === 0 ? 'After the method' : ''),
      value: inlines(words, title === null ? '.' : ` (${shortTitle(title)}).`),
      target: evidenceId({ experiment, phase: 'rollback', index, pointer: '' }),
    };
  });
  const more = all.length - rows.length;
  return more > 0 ? [...rows, { label: [], value: inlines(`and ${figure(more)} more`) }] : rows;
}

function probeLink({ experiment, index, name }: Answered): Inline[] {
  return linkToEvidence({ experiment, phase: 'rollback', index, pointer: '' }, named(name, 'a probe'));
}

/** "The rollback probe health answered status 200". */
function valueWords(answer: Answered, notation: Notation): Inline[] {
  const { field, value } = answer;
  const said = inlines(field === null ? '' : `${field} `, code(literal(value, { notation })));
  return inlines('The rollback probe ', probeLink(answer), ' answered ', said);
}

/** "The rollback probes a, b and c answered with more than a value"; of many the first. */
function outputWords(answers: readonly Answered[]): Inline[] {
  const names = answers.slice(0, answers.length > NAMED ? NAMED - 1 : NAMED).map(probeLink);
  const more = answers.length - names.length;
  const parts = more === 0 ? names : [...names, inlines(`${figure(more)} more`)];
  const last = parts.length - 1;
  return inlines(
    `The rollback ${last === 0 ? 'probe' : 'probes'} `,
    parts.flatMap((part, index) => inlines(index === 0 ? '' : index === last ? ' and ' : ', ', part)),
    ' answered with more than a value',
  );
}
