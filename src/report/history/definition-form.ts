/** An experiment → what was to be done, in a form that can be compared: without titles, places and the numbers of masked secrets. */
import { createHash } from 'node:crypto';
import { emptyObject, isArray, isNumeral, isObject, type JsonObject, type JsonValue } from '../../json.js';
import type { ActivityKind, DeclaredActivity, Experiment } from '../types.js';

/** What of an activity makes it another one when it is changed. */
export interface ActivityForm {
  readonly kind: ActivityKind;
  readonly name: string;
  /** The type of the provider; null for none. */
  readonly provider: string | null;
  readonly settings: JsonObject;
  readonly background: boolean;
  readonly pauseBefore: JsonValue;
  readonly pauseAfter: JsonValue;
  readonly tolerance: JsonValue;
  readonly controls: JsonValue;
}

/** What was to be done. */
export interface DefinitionForm {
  readonly hypothesis: readonly ActivityForm[];
  readonly method: readonly ActivityForm[];
  readonly rollbacks: readonly ActivityForm[];
  readonly configuration: JsonObject;
  readonly secrets: JsonObject;
  readonly controls: JsonValue;
  readonly runtime: JsonValue;
}

/** Characters up to which a form is kept to be compared. Beyond, only whether it is the same is known. */
const FORM_LIMIT = 1_000_000;

/** The form of a definition with its digest. `form` is null where it is too long to be kept. */
export interface DigestedForm {
  readonly digest: string;
  readonly form: DefinitionForm | null;
}

/** The form of a definition, and a digest that is the same for the same form. */
export function definitionForm({
  definition,
  hypothesis,
}: Pick<Experiment, 'definition' | 'hypothesis'>): DigestedForm {
  const form: DefinitionForm = {
    hypothesis: (hypothesis?.declared ?? []).map(activityForm),
    method: definition.method.map(activityForm),
    rollbacks: definition.rollbacks.map(activityForm),
    configuration: unnumbered(definition.configuration ?? emptyObject()) as JsonObject,
    secrets: unnumbered(definition.secrets ?? emptyObject()) as JsonObject,
    controls: unnumbered(definition.controls),
    runtime: unnumbered(definition.runtime),
  };
  const text = canonical(form as unknown as JsonValue);
  return { digest: digestOf(text), form: text.length > FORM_LIMIT ? null : form };
}

function activityForm(activity: DeclaredActivity): ActivityForm {
  const { kind, name, provider, background, pauses, tolerance, controls } = activity;
  return {
    kind,
    name: unnumbered(name) as string,
    provider: provider?.type ?? null,
    settings: unnumbered(provider?.settings ?? emptyObject()) as JsonObject,
    background,
    pauseBefore: pauses.before,
    pauseAfter: pauses.after,
    tolerance: unnumbered(tolerance),
    controls: unnumbered(controls),
  };
}

/** Masks are numbered within a journal: one more secret before it gives the same secret another number. */
function unnumbered(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.includes('‹secret ') ? value.replace(/‹secret \d+›/g, '‹secret›') : value;
  if (isArray(value)) return value.map(unnumbered);
  if (!isObject(value)) return value;
  const copy = emptyObject();
  for (const [key, one] of Object.entries(value)) copy[key] = unnumbered(one);
  return copy;
}

/** Whether two values are equal, in whatever order their keys stand. */
export function isSame(a: JsonValue, b: JsonValue): boolean {
  return a === b || canonical(a) === canonical(b);
}

/** One text for equal values: keys in order. */
export function canonical(value: JsonValue): string {
  if (isNumeral(value)) return value.$number;
  if (isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] as JsonValue)}`)
    .join(',')}}`;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The digest of a definition with nothing in it. */
export const EMPTY_DEFINITION = digestOf(
  canonical({
    hypothesis: [],
    method: [],
    rollbacks: [],
    configuration: {},
    secrets: {},
    controls: [],
    runtime: null,
  }),
);
