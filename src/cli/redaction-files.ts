/** `--redact` files → rules of masking. Patterns are RE2's: their time grows with the text only, whatever people write. */
import { ReportError, ReportErrors, type Place } from '../errors.js';
import { isJsonPath } from '../report/json-path.js';
import type { OwnRule, OwnRules } from '../report/masking/own-rules.js';
import { readSettingsFile } from './settings-file.js';
import schema from './redaction.schema.json' with { type: 'json' };

/** What `redaction.schema.json` describes. */
interface RedactionFile {
  readonly mask?: readonly RuleInFile[];
  readonly keep?: readonly RuleInFile[];
}

interface RuleInFile {
  readonly value?: string;
  readonly pattern?: string;
  readonly path?: string;
  readonly name?: string;
}

/**
 * Reads the files; their rules add up.
 *
 * @throws ReportError for a file that cannot be read, ReportErrors with all that is wrong in one.
 */
export async function loadRedaction(files: readonly string[]): Promise<OwnRules> {
  const mask: OwnRule[] = [];
  const keep: OwnRule[] = [];
  for (const file of files) {
    const { value, placeOf } = await readSettingsFile<RedactionFile>(file, schema);
    const problems: ReportError[] = [];
    for (const [kind, rules] of [
      ['mask', mask],
      ['keep', keep],
    ] as const) {
      for (const [index, rule] of (value[kind] ?? []).entries()) {
        const at = (part = ''): Place => placeOf(`/${kind}/${index}${part}`);
        try {
          rules.push(await ruleOf(rule, kind === 'keep', at));
        } catch (error) {
          if (!(error instanceof ReportError)) throw error;
          problems.push(error);
        }
      }
    }
    if (problems.length > 0) throw new ReportErrors(problems);
    if ((value.mask ?? []).length + (value.keep ?? []).length === 0) {
      throw new ReportError('settings', 'This gives no rules.', {
        place: { file },
        hint: 'Its top level needs "mask" or "keep", each a list of rules.',
      });
    }
  }
  return { mask, keep };
}

/** @throws ReportError where it is none. */
async function ruleOf(rule: RuleInFile, keeps: boolean, at: (part?: string) => Place): Promise<OwnRule> {
  const { value, pattern, path, name } = rule;
  const given = [value, pattern, path, keeps ? name : undefined].filter((one) => one !== undefined).length;
  if (given !== 1) {
    const kinds = keeps ? 'value, pattern, path or name' : 'value, pattern or path';
    const found = given === 0 ? 'none' : 'several';
    throw problem(`A rule needs one of ${kinds}, and this has ${found}.`, 'Write a rule for each.', at());
  }
  const told = keeps ? null : (name ?? null);
  if (value !== undefined) return { kind: 'value', value, name: told };
  if (pattern !== undefined) return { kind: 'pattern', find: await finderOf(pattern, at('/pattern')), name: told };
  if (path === undefined) return { kind: 'name', name: name ?? '' };
  if (isJsonPath(path)) return { kind: 'path', path, name: told };
  throw problem(
    `${path} is not a JSON path that can be followed here.`,
    'It may have names, indices, * and descents, with one of the first three at its end: $.run[*].output.customer, $..pageToken.',
    at('/path'),
  );
}

async function finderOf(pattern: string, place: Place): Promise<(text: string) => readonly [number, number][]> {
  const { RE2JS } = await import('re2js');
  const compiled = attempt(() => RE2JS.compile(pattern), place);
  return (text) => {
    const places: [number, number][] = [];
    const matcher = compiled.matcher(text);
    while (matcher.find()) if (matcher.end() > matcher.start()) places.push([matcher.start(), matcher.end()]);
    return places;
  };
}

function attempt<T>(compile: () => T, place: Place): T {
  try {
    return compile();
  } catch (error) {
    throw problem(
      `This is not a regular expression: ${error instanceof Error ? error.message : String(error)}.`,
      'It has to be in the syntax of RE2, which has no look-around and no back-references.',
      place,
    );
  }
}

function problem(message: string, hint: string, place: Place): ReportError {
  return new ReportError('settings', message, { place, hint });
}
