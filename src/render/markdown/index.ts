/** The Markdown format: GitHub's flavour, the same sections and facts as every other format, safe with any text. */
import { ReportError } from '../../errors.js';
import type { Front, Section } from '../../document/types.js';
import type { Renderer } from '../types.js';
import { joined, renderSection } from './blocks.js';
import { escapeText } from './escape.js';
import { roomOf } from './fit.js';
import { rulesOf } from './profile.js';

const BETWEEN = '\n\n';

export const markdown: Renderer = {
  format: 'markdown',
  async open({ head, front, back }, { profile }, sink) {
    const encoder = new TextEncoder();
    const write = async (text: string): Promise<void> => {
      await sink.write(encoder.encode(text));
    };
    const room = roomOf(rulesOf(profile));
    const before = [
      opening(front),
      ...front.sections.map((section) => renderSection(section, 2)),
      '## Experiments',
    ].map((text) => room.take(text + BETWEEN));
    // What comes last is made of the head alone, so its room is known before the experiments are.
    const after = room.take(joined(back.map((section: Section) => renderSection(section, 2))) + BETWEEN);
    let toCome = head.lines.length;
    await write(before.join(''));
    return {
      async experiment({ section }) {
        toCome -= 1;
        await write(room.chapter(section(), toCome, (one) => renderSection(one, 3) + BETWEEN));
      },
      async close() {
        await write(after);
        if (room.isOver()) {
          throw new ReportError(
            'unwritable',
            `Not even the summary of this report is as short as ${profile ?? ''} asks.`,
            {
              hint: 'Report fewer journals at once, or write another format and put a link to it.',
            },
          );
        }
      },
    };
  },
};

/** Title, date and contents. */
function opening({ title, date, contents }: Front): string {
  const entries = contents.flatMap((entry) => [
    `- [${escapeText(entry.title)}](#${entry.target})`,
    ...entry.children.map(
      (child) =>
        `  - [${escapeText(child.title)}](#${child.target})${child.status ? `, ${escapeText(child.status.word)}` : ''}`,
    ),
  ]);
  return joined([`# ${escapeText(title)}`, escapeText(date.text), entries.join('\n')]);
}
