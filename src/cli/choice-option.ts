/** An option that takes one of a few words, or a list of them → the words, checked. */
import { ReportError } from '../errors.js';
import { suggestion } from '../suggest.js';

/** The choice that `text` is, in either case. */
export function parseChoice<T extends string>(option: string, text: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
  if (chosen !== undefined) return chosen;
  const meant = suggestion(text, choices);
  const all = `It can be ${choices.join(', ')}.`;
  throw new ReportError('usage', `--${option} cannot be "${text}".`, {
    hint: meant ? `Did you mean ${meant}? ${all}` : all,
  });
}

/** The choices in a list separated by commas; at least one, each once. */
export function parseChoices<T extends string>(option: string, text: string, choices: readonly T[]): readonly T[] {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (words.length === 0)
    throw new ReportError('usage', `--${option} names nothing.`, { hint: `It can be ${choices.join(', ')}.` });
  return [...new Set(words.map((word) => parseChoice(option, word, choices)))];
}
