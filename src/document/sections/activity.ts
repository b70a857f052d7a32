/** One activity of a run: its facts, its provider, and where it failed, its error. */
import { isObject, type JsonObject, type JsonValue } from '../../json.js';
import { hasFields } from '../../report/steady-state.js';
import { substitute } from '../../report/variables.js';
import type { ActivityResult, Experiment } from '../../report/types.js';
import { code, fullTime, inlines, linkTo, paragraph, present, status, strong, text } from '../inline.js';
import type { Notation, WordSettings } from '../settings.js';
import { errorBlocks } from '../traceback.js';
import type { Block, FactRow, Inline, Section } from '../types.js';
import { failedWithoutError, noEndSentence } from '../words/failure.js';
import { literal } from '../words/literal.js';
import { KIND_WORDS, kindNoun, named, outcomeStatus } from '../words/names.js';
import { onePause } from '../words/pause.js';
import { duration } from '../words/quantity.js';
import { readAs, type Variables } from '../words/read-as.js';
import { toleranceWords } from '../words/tolerance.js';
import { fieldBlocks } from './fields.js';
import { providerBlocks } from './provider.js';

/** The longest output beside its activity. */
const RETURNED_LIMIT = 40;

/** Where an activity stands: the experiment it is part of. */
export type ActivityHome = Pick<Experiment, 'source' | 'variables' | 'dry'>;

/** The part of a chapter about one activity. `id`: of the section; the output's has `-output` at its end. */
export function activitySection(
  result: ActivityResult,
  id: string,
  home: ActivityHome,
  settings: WordSettings,
): Section {
  const name = named(result.name, kindNoun(result.kind));
  const { zone, notation } = settings;
  const { variables } = home;
  const { file } = home.source;
  const failed = result.outcome !== 'succeeded';
  return {
    kind: 'section',
    name: 'activity',
    id,
    title: [text(`${KIND_WORDS[result.kind]} - `), strong(name)],
    status: outcomeStatus(result),
    aside: [
      result.start?.instant ? zone.clock(result.start.instant) : null,
      result.duration === null ? null : duration(result.duration),
    ]
      .filter((part) => part !== null)
      .join(', '),
    fold: failed ? 'open' : 'closed',
    blocks: present(
      { kind: 'facts', rows: facts(result, id, settings, variables, home.dry !== null) },
      ...providerBlocks(result, file, notation, variables),
      ...otherBlocks(result, file, notation),
      ...failureBlocks(result, name, file),
    ),
  };
}

function facts(
  result: ActivityResult,
  id: string,
  { zone, notation }: WordSettings,
  variables: Variables,
  dryRun: boolean,
): FactRow[] {
  const { background, start, end, tolerance, phase } = result;
  const row = (label: string, value: readonly Inline[]): FactRow => ({ label: inlines(label), value });
  const unchecked = tolerance !== null && result.toleranceMet === null && phase !== 'before' && phase !== 'after';
  return [
    ...namedAs(result.name, variables, row),
    row('Status', [outcomeStatus(result)]),
    row('Background', inlines(background ? 'True' : 'False')),
    row('Started', fullTime(start, zone)),
    row('Ended', end === null ? inlines('not recorded') : fullTime(end, zone)),
    row('Duration', inlines(result.duration === null ? 'N/A' : duration(result.duration))),
    ...pauseRows(result, variables, notation, dryRun),
    ...(unchecked
      ? [
          row(
            'Tolerance',
            inlines(
              toleranceWords(tolerance, result.provider?.type ?? null, notation),
              ' (declared; the Chaos Toolkit checks tolerances of the hypothesis only)',
            ),
          ),
        ]
      : []),
    ...(result.hasOutput && !(result.output === null && result.outcome !== 'succeeded')
      ? [row('Returned', returned(result, id, notation))]
      : []),
  ];
}

/** A short output as it is; of an answer its status; and where the whole is. */
function returned({ output }: ActivityResult, id: string, notation: Notation): Inline[] {
  const whole = linkTo(`${id}-output`, 'in the appendix');
  const shown = isObject(output) && output.status !== undefined ? { status: output.status } : output;
  const written = literal(shown, { notation });
  if (written.length > RETURNED_LIMIT) return [whole];
  return isObject(output) && output.status !== undefined
    ? inlines(
        'status ',
        code(literal(output.status, { notation })),
        ', ',
        linkTo(`${id}-output`, 'output in the appendix'),
      )
    : inlines(code(written), ', ', whole);
}

/** The name as it was meant, where variables stand in it. */
function namedAs(
  name: string,
  variables: Variables,
  row: (label: string, value: readonly Inline[]) => FactRow,
): FactRow[] {
  const read = substitute(name, variables);
  return typeof read === 'string' ? [row('Name', inlines(name, ', read as ', read))] : [];
}

/** Declared pauses: a dry run makes none. */
function pauseRows({ pauses }: ActivityResult, variables: Variables, notation: Notation, dryRun: boolean): FactRow[] {
  const rows = [
    ['Paused Before', pauses.before],
    ['Paused After', pauses.after],
  ] as const;
  return rows.flatMap(([label, pause]) => {
    if (pause === null) return [];
    const words = (one: JsonValue): Inline[] => onePause(one, notation);
    return [
      {
        label: inlines(label),
        value: inlines(
          ...words(pause),
          ...readAs(pause, variables, words),
          dryRun ? ' declared, not made in a dry run' : '',
        ),
      },
    ];
  });
}

/** Keys that nobody knows, and controls: shown as they are. */
function otherBlocks(
  { otherFields, entryFields, controls, pointer }: ActivityResult,
  file: string,
  notation: Notation,
): Block[] {
  const blocks = [
    ...(controls.length > 0
      ? fieldBlocks({ controls: controls }, { file, pointer: `${pointer}/activity` }, notation)
      : []),
    ...own(otherFields, file, `${pointer}/activity`, notation),
    ...own(entryFields, file, pointer, notation),
  ];
  return blocks.length === 0 ? [] : [paragraph('Other fields:', 'intro'), ...blocks];
}

function own(fields: JsonObject, file: string, pointer: string, notation: Notation): Block[] {
  return hasFields(fields) ? fieldBlocks(fields, { file, pointer }, notation) : [];
}

function failureBlocks(result: ActivityResult, name: string, file: string): Block[] {
  const { outcome, kind, exception, pointer } = result;
  const noun = kindNoun(kind);
  if (exception !== null) {
    return [
      {
        kind: 'callout',
        role: 'error',
        status: status('failed', 'failed'),
        content: inlines(`The ${name} ${noun} raised the following error while running:`),
      },
      ...errorBlocks(exception, name, { file, pointer: `${pointer}/exception` }),
    ];
  }
  if (outcome === 'failed') {
    return [
      {
        kind: 'callout',
        role: 'error',
        status: status('failed', 'failed'),
        content: inlines(failedWithoutError(result)),
      },
    ];
  }
  if (outcome === 'no-end') {
    return [
      {
        kind: 'callout',
        role: 'warning',
        status: outcomeStatus(result),
        content: inlines(noEndSentence(result)),
      },
    ];
  }
  return [];
}
