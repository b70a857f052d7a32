/** What the history changes about page 1: who regressed, who was fixed, whose definition was made easier, who is no longer run. */
import type { ReportHead, Series } from '../../report/types.js';
import { inlines, linkTo, paragraph, present, status, strong } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Callout, Inline, Section } from '../types.js';
import { NEWS, type NewsKind } from '../words/history-news.js';
import { named } from '../words/names.js';
import { onlySinceChange } from './held-since.js';
import { newsCallouts } from './news-callouts.js';

/** The sentence that follows the answer: "1 regressed; 2 held again only after …". Empty where nothing changed. */
export function changesAnswer(head: ReportHead): Inline[] {
  // What holds only since a change the answer has told already.
  const told = new Set(onlySinceChange(head));
  const clauses = NEWS.flatMap(({ status: name, word, clause, is }) => {
    const number = head.series.filter((one) => is(one) && !(word === 'not a fix' && told.has(one))).length;
    return number === 0 ? [] : [strong(status(name, clause(number), true))];
  });
  if (clauses.length === 0) return [];
  return inlines(' ', 'Over time: ', ...clauses.flatMap((one, index) => [...(index === 0 ? [] : ['; ']), one]), '.');
}

export function changesSection({ series }: ReportHead, settings: WordSettings): Section {
  const callouts = NEWS.flatMap((kind) => kindCallouts(kind, series, settings));
  return {
    kind: 'section',
    name: 'changes',
    id: 'changes',
    title: inlines('Over time'),
    blocks: present(
      ...callouts,
      callouts.length === 0 && paragraph('No experiment has turned from one run to the next.'),
    ),
  };
}

function kindCallouts(kind: NewsKind, series: readonly Series[], settings: WordSettings): Callout[] {
  const found = series.flatMap((one, index) => (kind.is(one) ? [{ one, target: `runs-${index + 1}` }] : []));
  return newsCallouts({ ...kind, told: ', described in the history.', target: 'runs' }, found, ({ one, target }) => ({
    content: inlines(
      linkTo(target, named(one.title, 'an experiment')),
      ': ',
      ...kind.words(one, settings).flatMap((words, at) => (at === 0 ? lowered(words) : inlines(' ', words))),
      kind.next(one) === '' ? '' : ` ${kind.next(one)}`,
    ),
    target,
  }));
}

/** After a colon a sentence begins small. */
function lowered(words: readonly Inline[]): Inline[] {
  const [first, ...rest] = words;
  if (first?.kind !== 'text') return [...words];
  return [{ ...first, text: first.text.slice(0, 1).toLowerCase() + first.text.slice(1) }, ...rest];
}
