/** The Markdown format: GitHub's flavour, the same sections and facts as every other format, safe with any text. */
import { leftOutExperiments } from '../../document/page-words.js';
import { ReportError } from '../../errors.js';
import type { ContentsEntry, Front, Section } from '../../document/types.js';
import { isLong, writePieces } from '../pieces.js';
import type { Renderer } from '../types.js';
import { BETWEEN, joined, renderSection, sectionPieces } from './blocks.js';
import { escapeText } from './escape.js';
import { roomOf, shortSummary } from './fit.js';
import { rulesOf } from './profile.js';

/** Rows of each table of a summary that is too long with all of them. */
const FEW_ROWS = 50;

export const markdown: Renderer = {
  format: 'markdown',
  async open({ head, front, back }, { profile, taken }, sink) {
    const write = (pieces: Iterable<string>): Promise<void> => writePieces(pieces, (bytes) => sink.write(bytes));
    const room = roomOf(rulesOf(profile), taken);
    const form = (sections: readonly Section[], before: string, after: readonly Section[]): Form => {
      const last = joined(after.map((section) => renderSection(section, 2)));
      const first = [before, ...sections.map((section) => renderSection(section, 2)), '## Experiments'].join(BETWEEN);
      return { text: first + last, first: first + BETWEEN, last: last === '' ? '' : last + BETWEEN };
    };
    // What comes last is made of the head alone, so its room is known before the experiments are.
    const { first, last } = room.opening(
      [
        () => form(front.sections, opening(front, front.contents), back),
        () => form(shortSummary(front.sections), opening(front, []), []),
        () => form(shortSummary(front.sections, FEW_ROWS), opening(front, []), []),
      ],
      head.lines.length,
    );
    room.take(first + last);
    let toCome = head.lines.length;
    let leftOut = 0;
    await write([first]);
    return {
      async experiment({ section }) {
        toCome -= 1;
        const pieces = room.chapter(section(), toCome, piecesOf);
        if (pieces === null) leftOut += 1;
        else await write(pieces);
      },
      async close() {
        if (leftOut > 0) await write([escapeText(leftOutExperiments(leftOut)), BETWEEN]);
        await write([last]);
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

function piecesOf(chapter: Section): Iterable<string> {
  return isLong(chapter) ? longPiecesOf(chapter) : [renderSection(chapter, 3) + BETWEEN];
}

function* longPiecesOf(chapter: Section): Generator<string> {
  yield* sectionPieces(chapter, 3);
  yield BETWEEN;
}

/** What stands around the experiments. */
interface Form {
  readonly text: string;
  readonly first: string;
  readonly last: string;
}

/** The runs of an experiment, on its line. */
function runs({ children }: ContentsEntry): string {
  const links = children.flatMap(({ title, target, status }) =>
    status === undefined ? [] : `[${escapeText(title)}](#${target})`,
  );
  return links.length === 0 ? '' : `: ${links.join(', ')}`;
}

/** Title, date and contents. */
function opening({ title, date, classification }: Front, contents: Front['contents']): string {
  const entries = contents.flatMap((entry) => [
    `- [${escapeText(entry.title)}](#${entry.target})`,
    ...entry.children.map(
      (child) =>
        `  - [${escapeText(child.title)}](#${child.target})${child.status ? `, ${escapeText(child.status.word)}` : ''}${runs(child)}`,
    ),
  ]);
  return joined([
    ...(classification === undefined ? [] : [`**${escapeText(classification)}**`]),
    `# ${escapeText(title)}`,
    escapeText(date.text),
    entries.join('\n'),
  ]);
}
