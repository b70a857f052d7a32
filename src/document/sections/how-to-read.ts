/** How to read the report: the level line, and the verdicts in order of severity. */
import { VERDICTS } from '../../report/types.js';
import { inlines, paragraph } from '../inline.js';
import type { Section } from '../types.js';
import { VERDICT_MEANINGS, verdictStatus } from '../words/names.js';

export function howToReadSection(): Section {
  return {
    kind: 'section',
    name: 'how-to-read',
    id: 'how-to-read',
    title: inlines('How to read this report'),
    blocks: [
      paragraph(
        'Every experiment opens with a level line. It stays level while the steady state is verified, drops where it was not met, and is dotted where nobody looked. The shaded part is the method, while faults were injected.',
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
    ],
  };
}
