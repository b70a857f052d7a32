/**
 * A report → a folder of pages: an index with everything but the experiments, and a page for each of them, with one
 * style sheet and one script.
 */
import { chapterEntry } from '../../document/contents.js';
import { plainText } from '../../document/inline.js';
import { experimentPageTitle, INDEX_LINK } from '../../document/page-words.js';
import { ReportError } from '../../errors.js';
import { writePieces } from '../pieces.js';
import type { Opening, Rendering, RenderSettings, Sink } from '../types.js';
import { pageAssets } from './assets.js';
import { chapterPieces } from './blocks.js';
import { INDEX, type Frame } from './frame.js';
import { renderPage } from './page.js';
import { runsIn, steps } from './steps.js';
import { STYLE_SHEET } from './template-names.js';

/** Writes the index at once, and each experiment's page when it comes. `top` is the place at the top of a page. */
export async function openFolder(
  opening: Opening,
  settings: RenderSettings,
  top: Frame,
  sink: Sink,
): Promise<Rendering> {
  const takesPages = sink.page?.bind(sink);
  if (!takesPages) {
    throw new ReportError('usage', 'There is no folder to write the pages into.', {
      hint: 'Name a folder with -o, or leave the setting folder out.',
    });
  }
  const { head, front } = opening;
  const { templates } = settings;
  const assets = await pageAssets('separate', settings, templates.get(STYLE_SHEET), sink);
  const index = renderPage(opening, assets, templates, { ...top, page: INDEX });
  await writePieces([index.before, index.after], (bytes) => sink.write(bytes));
  const runs = runsIn(front.contents);
  const places = new Map(head.lines.map((line, place) => [line.id, place]));
  return {
    async experiment({ facts, section: compose }) {
      const section = compose();
      const { id } = section;
      const contents = [{ title: INDEX_LINK, target: 'report', children: [chapterEntry(section)] }];
      const frame: Frame = { ...top, experiment: facts, page: `${id}.html` };
      const { before, after } = renderPage(
        { head, front: { ...front, sections: [], contents }, back: [] },
        assets,
        templates,
        frame,
        experimentPageTitle(plainText(section.title), front.title),
      );
      const links = steps(head.lines, places.get(id) ?? -1, runs, frame);
      const chapter = chapterPieces(section, frame);
      const page = [[before, links.before], chapter, [links.after, after]];
      await writePieces(joined(page), (bytes) => takesPages(`${id}.html`, bytes));
    },
    close: () => Promise.resolve(),
  };
}

function* joined(lists: readonly Iterable<string>[]): Generator<string> {
  for (const list of lists) yield* list;
}
