/** The Markdown format: GitHub's flavour, the same sections and facts as every other format, safe with any text. */
import type { Front, Section } from '../../document/types.js';
import type { Renderer } from '../types.js';
import { joined, renderSection } from './blocks.js';
import { escapeText } from './escape.js';

export const markdown: Renderer = {
  format: 'markdown',
  async open({ front, back }, _settings, sink) {
    const encoder = new TextEncoder();
    const write = async (section: string): Promise<void> => {
      await sink.write(encoder.encode(`${section}\n\n`));
    };
    await write(opening(front));
    for (const section of front.sections) await write(renderSection(section, 2));
    await write('## Experiments');
    return {
      async experiment({ section }) {
        await write(renderSection(section(), 3));
      },
      async close() {
        await write(joined(back.map((section: Section) => renderSection(section, 2))));
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
