/**
 * The bytes of a person's own file (theme, redaction rules, configuration, …) → a value that its schema allows, with the
 * places of all its parts, or every problem of the file at once, each with its line, key and what was probably meant.
 */
import { ReportError, ReportErrors, type Place } from '../errors.js';
import { check } from './check.js';
import { parseYaml } from './parse-yaml.js';

/** What a file says, and where. */
export interface Settings<T> {
  readonly value: T;
  /** Where the value at a JSON pointer stands in the file, for problems that no schema can tell. */
  readonly placeOf: (pointer: string, part?: 'key' | 'value') => Place;
}

/** Bytes of the largest file: people write such files by hand. */
const MAX_BYTES = 1_000_000;

/**
 * Reads one file, JSON or YAML 1.2.
 *
 * @param bytes UTF-8, with or without a byte order mark.
 * @param file Its name, for messages.
 * @param schema What it may say: a `*.schema.json`, imported. `T` is its type in TypeScript.
 * @throws ReportErrors with at least one problem (`settings`), in the order of the file.
 */
export async function readSettings<T>(bytes: Uint8Array, file: string, schema: object): Promise<Settings<T>> {
  const problems: ReportError[] = [];
  const parsed = await parseYaml(decode(bytes, file), file, problems);
  if (!parsed) throw new ReportErrors(problems);
  const placeOf = (pointer: string, part: 'key' | 'value' = 'value'): Place => parsed.placeOf(pointer, part);
  for (const { at, part, message, hint } of check(parsed.value, schema)) {
    problems.push(
      new ReportError('settings', message, { place: placeOf(at, part), ...(hint === undefined ? {} : { hint }) }),
    );
  }
  if (problems.length > 0) throw new ReportErrors(problems);
  return { value: parsed.value as T, placeOf };
}

function decode(bytes: Uint8Array, file: string): string {
  const refuse = (message: string, hint: string): never => {
    throw new ReportErrors([new ReportError('settings', message, { place: { file }, hint })]);
  };
  if (bytes.length > MAX_BYTES) refuse('This is larger than 1 MB.', 'Is it the right file?');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === ''
      ? refuse('The file is empty.', 'Write what it is to say, or leave its option out.')
      : text;
  } catch (error) {
    if (error instanceof ReportErrors) throw error;
    return refuse('This is not UTF-8 text.', 'Save it as UTF-8, JSON or YAML.');
  }
}
