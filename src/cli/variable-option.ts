/** `--var KEY[:TYPE]=VALUE` → a variable, as `chaos run` reads it. */
import { ReportError } from '../errors.js';
import type { JsonValue } from '../json.js';
import { typed } from '../report/variables.js';
import { parseChoice } from './choice-option.js';

const TYPES = ['str', 'int', 'float', 'bool', 'json'] as const;

/** The name and the value, of the type that is asked for. */
export function parseVariable(text: string): readonly [string, JsonValue] {
  const parts = /^([A-Za-z_][A-Za-z0-9_]*)(?::([^=]*))?=(.*)$/s.exec(text);
  if (!parts) {
    throw new ReportError('usage', `--var "${text}" is not a variable.`, {
      hint: 'Write --var NAME=VALUE or --var NAME:int=VALUE.',
    });
  }
  const [, name = '', type, value = ''] = parts;
  const wanted = type === undefined ? 'str' : parseChoice('var type', type, TYPES);
  const read = typed(value, wanted);
  if ((wanted === 'int' || wanted === 'float') && typeof read !== 'number') {
    throw new ReportError('usage', `--var ${name} has to be a number, and "${value}" is not one.`);
  }
  return [name, read];
}
