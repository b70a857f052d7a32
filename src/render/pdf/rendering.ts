/** A report into a PDF, part by part: the front is laid out first and painted last, for its page numbers; each chapter is let go when it is done. */
import { createHash } from 'node:crypto';
import { EARLIER_RUNS } from '../../document/page-words.js';
import type { Front, Section } from '../../document/types.js';
import type { Picture } from '../../theme/picture.js';
import type { Chapter, Opening, Rendering, RenderSettings, Sink } from '../types.js';
import { layoutBlocks } from './blocks/block.js';
import { classificationItems, footItems, headItems, pageNumberItems } from './chrome.js';
import { topContext } from './context.js';
import { topTag, type Strip, type Tag } from './flow.js';
import { layoutFront } from './front.js';
import { pageGeometry } from './geometry.js';
import type { Frame } from './page-starts.js';
import { paginate, type Page } from './paginate.js';
import { createEvidence } from './evidence.js';
import { createFile } from './paint/file.js';
import type { Grouping } from './paint/outline.js';
import type { ReservedPage } from './paint/pages.js';

/** A page that is laid out, and has its number. */
interface LaidPage {
  readonly page: Page;
  readonly reserved: ReservedPage;
}

/** Pages of a part that are painted before they are written. */
const WRITTEN_AT_ONCE = 100;

export async function openRendering(
  { head, front, back }: Opening,
  settings: RenderSettings,
  sink: Sink,
): Promise<Rendering> {
  const { theme } = settings;
  const geometry = pageGeometry(settings.page ?? theme.paper ?? 'A4', theme);
  const file = createFile({
    title: front.title,
    ...(front.author === undefined ? {} : { author: front.author }),
    subject: front.subject,
    keywords: front.keywords,
    language: front.language,
    producer: `${head.generator.name} ${head.generator.version}`,
    created: new Date(head.generated),
    geometry,
    palette: theme.palettes.print,
    fonts: { faces: settings.themeFonts, more: settings.fonts },
    grouping: groupingOf(front),
    identity: JSON.stringify([
      front.title,
      head.generated,
      settings.page,
      theme,
      hashOf(settings.logo),
      [...settings.fonts, ...Object.values(settings.themeFonts)].map(({ sha256 }) => sha256),
      head.sources.map((source) => source.sha256),
    ]),
  });
  const frame: Frame = { left: geometry.left, top: geometry.top, bottom: geometry.bottom };
  const contextOf = (tag: Tag) => topContext(geometry, file.measure, settings.maxOutput, tag, layoutBlocks);

  const classified =
    front.classification === undefined
      ? []
      : classificationItems(
          front.classification,
          geometry.classificationTop,
          geometry.left,
          null,
          geometry,
          file.measure,
        );
  const paintPage = (reserved: ReservedPage, page: Page): void => {
    // Page 1 begins with the title, and has its classification there.
    const heads =
      reserved.number === 1 ? [] : [...classified, ...headItems(front.title, page.running, geometry, file.measure)];
    file.paint(reserved, page, heads, pageNumberItems(reserved.number, geometry, file.measure));
  };
  /** The pages of one part. All are reserved before one is painted: links lead from one to another. */
  const pagesOf = (sections: readonly Section[], top: Tag): LaidPage[] =>
    paginate(spaced(layoutBlocks(sections, contextOf(top)), theme.spacing), frame).map((page) => ({
      page,
      reserved: file.reserve(page),
    }));
  /** Paints pages, and lets each of them go: those of a long chapter take more memory than all else. */
  const paintInTurn = async (pages: LaidPage[]): Promise<void> => {
    pages.reverse();
    for (let next = pages.pop(); next !== undefined; next = pages.pop()) {
      paintPage(next.reserved, next.page);
      if (pages.length % WRITTEN_AT_ONCE === 0) await file.drain(sink);
    }
  };
  /** Lays out, paints and lets go one part of the body. */
  const paintPart = async (section: Section): Promise<void> => {
    const top = topTag();
    await paintInTurn(pagesOf([section], top));
    file.writeStructure(top, 'body');
  };

  const frontTop = topTag();
  const frontPages = paginate(
    spaced(layoutFront(front, settings.logo, contextOf(frontTop)), theme.spacing),
    frame,
    geometry.firstTop,
  ).map((page) => ({
    page,
    reserved: file.reserve(page),
  }));
  await file.drain(sink);
  // Files taken out of it would not say that they hold secrets.
  const evidence = settings.attachments && !head.masking.unmasked ? createEvidence(head, file.attach) : null;

  return {
    async experiment(chapter: Chapter) {
      await paintPart(chapter.section());
      await evidence?.take(chapter);
      await file.drain(sink);
    },
    async close() {
      for (const section of back) await paintPart(section);
      await paintInTurn(frontPages);
      file.writeStructure(frontTop, 'front');
      await evidence?.close();
      const { items, room } = footItems(front, file.pages(), geometry, file.measure);
      file.end(items, room);
      await file.drain(sink);
    },
  };
}

/** Earlier runs stand under the latest run of their experiment, as they do in the contents. */
function groupingOf({ contents }: Front): Grouping {
  const chapters = new Map<string, { under: string; title: string }>();
  for (const { target: under, children } of contents.flatMap((entry) => entry.children))
    for (const { target, title, alone = title, status } of children)
      if (status !== undefined && target !== under) chapters.set(target, { under, title: alone });
  return { title: EARLIER_RUNS, chapters };
}

/** Strips with more room between them, or less. */
function spaced(strips: readonly Strip[], factor: number): readonly Strip[] {
  return factor === 1 ? strips : strips.map((strip) => ({ ...strip, space: strip.space * factor }));
}

/** What tells one logo from another. */
function hashOf(logo: Picture | null): string | null {
  return logo === null ? null : createHash('sha256').update(logo.bytes).digest('hex');
}
