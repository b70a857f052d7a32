/**
 * A report → one HTML page, whole and readable without its script, a folder of such pages, or one section for somebody
 * else's page: written piece by piece.
 */
import { createHash } from 'node:crypto';
import type { ReportHead } from '../../report/types.js';
import { writePieces } from '../pieces.js';
import type { Renderer } from '../types.js';
import { pageAssets, writeFragmentStyle } from './assets.js';
import { chapterPieces, templatesWith } from './blocks.js';
import { STYLE_SHEET } from './template-names.js';
import { fragmentMarkupOf } from './fragment-style.js';
import { openFolder } from './folder.js';
import type { Frame } from './frame.js';
import { openStorage } from './storage/index.js';
import { renderFragment, renderPage } from './page.js';

export const html: Renderer = {
  format: 'html',
  async open(opening, settings, sink) {
    if (settings.profile === 'confluence') return openStorage(opening, sink);
    const { head } = opening;
    const { fragment, headingLevel, assets, theme } = settings;
    const style = settings.templates.get(STYLE_SHEET);
    const top: Frame = {
      head,
      experiment: null,
      outermost: true,
      // The report's title is a page's only heading of level 1.
      level: fragment ? headingLevel : 1,
      rank: 0,
      prefix: fragment ? prefixOf(head) : '',
      page: null,
      alone: !fragment,
      render: await templatesWith(settings.templates),
      parts: null,
    };
    if (settings.folder) return openFolder(opening, settings, top, sink);
    const fragmentMarkup = fragmentMarkupOf(theme.palettes.light);
    const write = (markup: Iterable<string>): Promise<void> =>
      writePieces(fragment ? mapped(markup, fragmentMarkup) : markup, (bytes) => sink.write(bytes));
    if (fragment && assets === 'separate') await writeFragmentStyle(theme, style, sink);
    const page = fragment
      ? renderFragment(opening, settings.templates, top)
      : renderPage(opening, await pageAssets(assets, settings, style, sink), settings.templates, top);
    await write([page.before]);
    return {
      experiment: (chapter) => write(chapterPieces(chapter.section(), { ...top, experiment: chapter.facts })),
      close: () => write([page.after]),
    };
  },
};

function* mapped(pieces: Iterable<string>, change: (piece: string) => string): Generator<string> {
  for (const piece of pieces) yield change(piece);
}

/** What the ids of a fragment begin with: the same for the same report, and no other's, so that two live on one page. */
function prefixOf({ title, generated, sources }: ReportHead): string {
  const identity = JSON.stringify([title, generated, sources.map(({ sha256 }) => sha256)]);
  return `chaos-report-${createHash('sha256').update(identity).digest('hex').slice(0, 8)}-`;
}
