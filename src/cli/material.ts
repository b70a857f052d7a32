/** What the first pass found → what outputs are made of. */
import { composeBack, composeChapter, composeFront } from '../document/compose.js';
import type { WordSettings } from '../document/settings.js';
import type { Section } from '../document/types.js';
import type { Chapter, Opening, RenderSettings } from '../render/types.js';
import type { ReportHead } from '../report/types.js';
import type { FirstPass } from './first-pass.js';
import type { Progress } from './progress.js';
import type { Material } from './write-outputs.js';

/** Composes what a renderer asks for, when it asks for it: each part once for all outputs. */
export function materialOf(
  { head, experiments }: FirstPass,
  words: WordSettings,
  settings: RenderSettings,
  progress: Pick<Progress, 'at'>,
): Material {
  return {
    opening: openingOf(head, words),
    settings,
    withChapters: words.sections.has('experiments'),
    async *chapters(): AsyncGenerator<Chapter> {
      let done = 0;
      for await (const { facts, journal } of experiments()) {
        progress.at('Writing experiment', done++, head.lines.length);
        let section: Section | undefined;
        yield {
          facts,
          ...(journal ? { journal } : {}),
          section: () => (section ??= composeChapter(facts, head, words)),
        };
      }
    },
  };
}

/** The words of a long report are long too, and JSON asks for none of them. */
function openingOf(head: ReportHead, words: WordSettings): Opening {
  let front: Opening['front'] | undefined;
  let back: Opening['back'] | undefined;
  return {
    head,
    get front() {
      return (front ??= composeFront(head, words));
    },
    get back() {
      return (back ??= composeBack(head, words));
    },
  };
}
