/** How to read the report: the level line, and the verdicts in order of severity. */
import { VERDICTS, type Series } from '../../report/types.js';
import { inlines, paragraph, status } from '../inline.js';
import type { Section } from '../types.js';
import { NEWS } from '../words/history-news.js';
import { VERDICT_MEANINGS, verdictStatus } from '../words/names.js';

/** `series`: what ran more than once; the words for how it turned are explained where they are used. */
export function howToReadSection(series: readonly Series[]): Section {
  const news = NEWS.filter(({ is }) => series.some(is));
  return {
    kind: 'section',
    name: 'how-to-read',
    id: 'how-to-read',
    title: inlines('How to read this report'),
    blocks: [
      paragraph(
        'Every experiment opens with a level line. It stays level while the steady state is verified, drops where it was not met, and is dotted where nobody looked. The shaded part is the method, in which faults are injected.',
      ),
      paragraph(
        'The verdict is derived from the evidence in the journal. The journal’s own status says how the run ended, and stands beside it.',
      ),
      {
        kind: 'facts',
        role: 'verdict-key',
        rows: VERDICTS.map((verdict) => ({
          label: [verdictStatus(verdict)],
          value: inlines(VERDICT_MEANINGS[verdict]),
        })),
      },
      ...(news.length === 0
        ? []
        : [
            paragraph('Beside the verdict of an experiment that was run more than once stands how it turned:', 'intro'),
            {
              kind: 'facts' as const,
              role: 'verdict-key' as const,
              rows: news.map(({ status: name, word, meaning }) => ({
                label: [status(name, word)],
                value: inlines(meaning),
              })),
            },
          ]),
    ],
  };
}
