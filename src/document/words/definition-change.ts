/** A difference between two definitions → a clause: "the tolerance of the probe p95 was loosened from (0, 2) to (0, 10)". */
import { toNumber, type JsonValue } from '../../json.js';
import type { ActivityKind, DefinitionChange } from '../../report/types.js';
import { inlines } from '../inline.js';
import type { Notation } from '../settings.js';
import type { Inline } from '../types.js';
import { kindNoun, named } from './names.js';
import { enumeration, exactDuration } from './quantity.js';
import { valueWords } from './value.js';

const PART_WORDS = {
  title: 'the title',
  hypothesis: 'the hypothesis',
  method: 'the method',
  rollbacks: 'the rollbacks',
  settings: 'the settings',
} as const;

/** How many changes a sentence holds. */
const IN_SENTENCE = 3;

/** The clauses of several changes, joined: "a, b and 2 more changes". */
export function changesWords(changes: readonly DefinitionChange[], notation: Notation): Inline[] {
  const shown = changes.slice(0, changes.length > IN_SENTENCE ? IN_SENTENCE - 1 : IN_SENTENCE);
  const more = changes.length - shown.length;
  const last = shown.length - 1;
  return [
    ...shown.flatMap((change, index) =>
      inlines(index === 0 ? '' : index === last && more === 0 ? ' and ' : ', ', changeWords(change, notation)),
    ),
    ...(more > 0 ? inlines(` and ${more} more changes were made`) : []),
  ];
}

/** One change as a clause. */
export function changeWords(change: DefinitionChange, notation: Notation): Inline[] {
  const { kind, part, key, from, to } = change;
  const of = activityWords(change);
  const moved = (what: string): Inline[] =>
    inlines(`${what} was ${verb(change)} `, ...fromTo(from, to, (value) => valueWords(value, notation)));
  switch (kind) {
    case 'title':
      return inlines(`it was renamed from “${named(text(from), 'an experiment')}”`);
    case 'activity-added':
      return inlines(`${of} was added to ${PART_WORDS[part]}`);
    case 'activity-removed':
      return inlines(`${of} was removed from ${PART_WORDS[part]}`);
    case 'activity-renamed':
      return inlines(`${of} was renamed from “${text(from)}”`);
    case 'order':
      return inlines(`the order of ${PART_WORDS[part]} was changed`);
    case 'tolerance':
      return moved(`the tolerance of ${of}`);
    case 'timeout':
      return inlines(
        `the timeout of ${of} was ${verb(change)} `,
        ...fromTo(from, to, (value) => secondsWords(value, notation)),
      );
    case 'argument':
      return moved(`the argument ${key === null || key === '' ? 'list' : key} of ${of}`);
    case 'provider':
      return moved(`${key ?? 'the provider'} of ${of}`);
    case 'background':
      return inlines(`${of} was ${to === true ? 'put into' : 'taken out of'} the background`);
    case 'pause-before':
    case 'pause-after':
      return inlines(
        `the pause ${kind === 'pause-before' ? 'before' : 'after'} ${of} was ${verb(change)} `,
        ...fromTo(from, to, (value) => secondsWords(value, notation)),
      );
    case 'controls':
      return inlines(of === '' ? 'the controls were changed' : `the controls of ${of} were changed`);
    case 'configuration':
      return moved(`the configuration value ${key ?? ''}`);
    case 'secrets':
      return inlines(`the secret ${key ?? ''} was changed`);
    case 'runtime':
      return inlines('the runtime settings were changed');
    case 'unknown':
      return inlines('the definition was changed, and is too long to be compared');
  }
}

/** "the probe checkout-p95", "the action stop-a-replica". */
function activityWords({ activity }: DefinitionChange): string {
  if (!activity) return '';
  const noun = kindNoun(activity.kind);
  return `the ${noun} ${named(activity.name, `${noun === 'activity' ? 'an' : 'a'} ${noun}`)}`;
}

/** What happened to a value: its direction where it has one. */
function verb({ kind, effect, from, to }: DefinitionChange): string {
  if (from === null) return 'set';
  if (to === null) return 'taken away';
  if (kind === 'tolerance') return effect === 'loosened' || effect === 'tightened' ? effect : 'changed';
  const [before, after] = [toNumber(from), toNumber(to)];
  if (kind === 'configuration' || kind === 'argument' || kind === 'provider') return 'changed';
  if (before === undefined || after === undefined || before === after) return 'changed';
  return after > before ? 'raised' : 'lowered';
}

function fromTo(from: JsonValue, to: JsonValue, words: (value: JsonValue) => Inline | string): Inline[] {
  if (from === null) return inlines('to ', words(to));
  if (to === null) return inlines('(it was ', words(from), ')');
  return inlines('from ', words(from), ' to ', words(to));
}

function secondsWords(value: JsonValue, notation: Notation): Inline | string {
  const seconds = toNumber(value);
  return seconds === undefined || !Number.isFinite(seconds) || seconds < 0
    ? valueWords(value, notation)
    : exactDuration(seconds);
}

function text(value: JsonValue): string {
  return typeof value === 'string' ? value : '';
}

/** The kinds that a clause without names tells apart, as what was done: "the tolerance was loosened". */
const SHORT: Readonly<Partial<Record<DefinitionChange['kind'], (change: DefinitionChange) => string>>> = {
  tolerance: (change) => `the tolerance was ${verb(change)}`,
  timeout: (change) => `a timeout was ${verb(change)}`,
  argument: () => 'an argument was changed',
  order: () => 'the order of activities was changed',
  'activity-added': ({ activity }) => `${article(activity?.kind)} was added`,
  'activity-removed': ({ activity }) => `${article(activity?.kind)} was removed`,
};

/** Several changes as a clause without names and values: "the tolerance was loosened and a probe was removed". */
export function shortChange(changes: readonly DefinitionChange[]): string {
  // What makes the test neither easier nor harder is not what a turn rests on.
  const weighty = changes.filter(({ effect }) => effect !== 'none');
  const clauses = new Set(weighty.map((change) => SHORT[change.kind]?.(change)));
  return clauses.size === 0 || clauses.size > 2 || clauses.has(undefined)
    ? 'the definition was changed'
    : [...clauses].join(' and ');
}

function article(kind: ActivityKind | undefined): string {
  return kind === 'probe' ? 'a probe' : `an ${kindNoun(kind ?? 'activity')}`;
}

/** The names of what was changed, short: for a table's cell. */
export function changedThings(changes: readonly DefinitionChange[]): string {
  const things = changes.map(({ kind, key, activity }) => {
    switch (kind) {
      case 'activity-added':
      case 'activity-removed':
      case 'activity-renamed':
        return `${kindNoun(activity?.kind ?? 'activity')} ${kind.slice('activity-'.length)}`;
      case 'pause-before':
      case 'pause-after':
        return 'pause';
      case 'provider':
        return key ?? 'provider';
      case 'unknown':
        return 'definition';
      default:
        return kind;
    }
  });
  return enumeration([...new Set(things)]);
}
