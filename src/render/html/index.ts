/**
 * A report → one HTML page that needs nothing else: written piece by piece, whole and readable without its script.
 * Never more than one experiment's markup is held.
 */
import type { Renderer } from '../types.js';
import { renderSection } from './blocks.js';
import type { Frame } from './frame.js';
import { renderPage } from './page.js';

/** The report's title is the page's only heading of level 1. */
const TOP: Frame = { level: 1, rank: 0, prefix: '' };

export const html: Renderer = {
  format: 'html',
  async open(opening, _settings, sink) {
    const encoder = new TextEncoder();
    const page = renderPage(opening, TOP);
    await sink.write(encoder.encode(page.before));
    return {
      async experiment(chapter) {
        await sink.write(encoder.encode(renderSection(chapter.section(), TOP)));
      },
      async close() {
        await sink.write(encoder.encode(page.after));
      },
    };
  },
};
