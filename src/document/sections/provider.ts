/** The provider of an activity → a table of its settings, and what is too long for a table below it. */
import { lookUp, pointer as childPointer, type JsonValue } from '../../json.js';
import type { ActivityResult, Provider } from '../../report/types.js';
import { code, inlines, paragraph } from '../inline.js';
import { valueBlocks } from '../output.js';
import type { Notation } from '../settings.js';
import type { Block, FactRow, Inline } from '../types.js';
import { literal } from '../words/literal.js';
import { kindNoun, named } from '../words/names.js';
import { readAs, type Variables } from '../words/read-as.js';
import { abridged } from '../words/value.js';

/** The longest literal in a row of facts. */
const VALUE_LIMIT = 600;

/** Settings that each type of provider has, in the order of the sample; `null` shows `N/A` where nothing is said. */
const PROVIDER_ROWS: Readonly<
  Record<string, readonly (readonly [key: string, label: string, absent: string | null])[]>
> = {
  process: [
    ['path', 'Path', 'N/A'],
    ['timeout', 'Timeout', 'N/A'],
    ['arguments', 'Arguments', 'N/A'],
  ],
  http: [
    ['url', 'URL', 'N/A'],
    ['method', 'Method', 'GET'],
    ['timeout', 'Timeout', 'N/A'],
    ['headers', 'Headers', 'N/A'],
    ['arguments', 'Arguments', 'N/A'],
  ],
  python: [
    ['module', 'Module', 'N/A'],
    ['func', 'Function', 'N/A'],
    ['arguments', 'Arguments', 'N/A'],
  ],
};
/** These read as words, the others as code. */
const PLAIN = new Set(['timeout', 'method']);

/** The provider of an activity and its settings: short values in rows, longer ones below. */
export function providerBlocks(
  { provider, kind, pointer, dry }: ActivityResult,
  file: string,
  notation: Notation,
  variables: Variables,
): Block[] {
  if (!provider) return [paragraph(`The journal names no provider for this ${kindNoun(kind)}.`, 'intro')];
  const rows: FactRow[] = [{ label: inlines('Type'), value: inlines(named(provider.type, 'a provider')) }];
  const apart: Block[] = [];
  for (const [key, label, absent] of providerSettings(provider)) {
    const value = provider.settings[key];
    if (value === undefined || value === null) rows.push({ label: inlines(label), value: inlines(absent ?? 'None') });
    else {
      const shown = settingValue(key, value, notation);
      const read = readAs(
        value,
        variables,
        (one) => settingValue(key, one, notation) ?? [code(abridged(literal(one, { notation }), VALUE_LIMIT))],
      );
      if (shown) rows.push({ label: inlines(label), value: [...shown, ...read] });
      else {
        rows.push({ label: inlines(label), value: inlines('below') });
        apart.push(
          paragraph(label, 'intro'),
          ...valueBlocks(value, { file, pointer: childPointer(`${pointer}/activity/provider`, key) }, notation),
        );
      }
    }
  }
  return [
    paragraph(`The ${kindNoun(kind)} provider that was ${dry ? 'declared' : 'executed'}:`, 'intro'),
    { kind: 'facts', rows },
    ...apart,
  ];
}

function providerSettings({ type, settings }: Provider): (readonly [string, string, string | null])[] {
  const known = lookUp(PROVIDER_ROWS, type) ?? [];
  const names = new Set(known.map(([key]) => key));
  return [
    ...known,
    ...Object.keys(settings)
      .filter((key) => !names.has(key))
      .map((key) => [key, key, null] as const),
  ];
}

/** A value in a row: strings as they are, the rest as literals; undefined where it is too long. */
function settingValue(key: string, value: JsonValue, notation: Notation): Inline[] | undefined {
  const written = typeof value === 'string' && value !== '' ? value : literal(value, { notation });
  if (written.length > VALUE_LIMIT || written.split('\n').length > 3) return undefined;
  return PLAIN.has(key) ? inlines(written) : [code(written)];
}
