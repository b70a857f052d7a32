/** An experiment's place among the others → the links on its page: to the one before, to all, to the one after. */
import { INDEX_LINK, STEPS_TITLE, stepWords } from '../../document/page-words.js';
import type { ContentsEntry } from '../../document/types.js';
import { nameExcerpt } from '../../document/words/excerpt.js';
import { visible } from '../../document/words/visible.js';
import type { ExperimentLine } from '../../report/types.js';
import { escape } from './escape.js';
import { hrefOf, type Frame } from './frame.js';

/** What the contents call each run of experiments that have several chapters. */
export function runsIn(contents: readonly ContentsEntry[]): ReadonlyMap<string, string> {
  const runs = contents.flatMap(({ children }) => children.flatMap((experiment) => experiment.children));
  return new Map(runs.flatMap(({ target, alone }) => (alone === undefined ? [] : [[target, alone] as const])));
}

/** The links above an experiment, the `here`th of all from 0, and once more below it, where the reader of a long one is. */
export function steps(
  lines: readonly ExperimentLine[],
  here: number,
  runs: ReadonlyMap<string, string>,
  frame: Frame,
): { readonly before: string; readonly after: string } {
  const step = (to: 'previous' | 'next', line: ExperimentLine | undefined): string =>
    line === undefined
      ? ''
      : `<a class="${to}" href="${escape(hrefOf(frame, line.id))}">${escape(stepWords(to, visible(nameExcerpt(line.title)), runs.get(line.id)))}</a>`;
  const links = [
    step('previous', lines[here - 1]),
    `<a class="index" href="${escape(hrefOf(frame, 'report'))}">${escape(INDEX_LINK)}</a>`,
    step('next', lines[here + 1]),
  ].join('\n');
  return {
    before: `<nav class="steps" aria-label="${escape(STEPS_TITLE)}">${links}</nav>\n`,
    after: `<p class="steps">${links}</p>\n`,
  };
}
