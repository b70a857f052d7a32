/** What stands on every page: the report's title and that of the part at the head, the date and "Page x of y" at the foot. */
import { pageOfPages } from '../../document/page-words.js';
import type { Front } from '../../document/types.js';
import type { RunningTitle, Item, Tag } from './flow.js';
import type { Geometry } from './geometry.js';
import type { Font, Measurer } from './measure.js';
import { baseline, markItem, textItems } from './place.js';
import { MARK, TYPE } from './theme.js';

const STYLE = TYPE.runningHead;
const FONT: Font = { face: STYLE.face, size: STYLE.size };
const STRONG: Font = { ...FONT, face: 'sans-strong' };
const GAP = 24;
const MARK_GAP = 3.5;

/** The head of a page: known when the page is painted. */
export function headItems(
  report: string,
  running: RunningTitle | null,
  geometry: Geometry,
  measure: Measurer,
): readonly Item[] {
  const { left, textWidth } = geometry;
  const y = geometry.runningHeadTop + baseline(STYLE);
  const items: Item[] = [];
  const reportTitle = shortened(report, textWidth * 0.45, measure);
  items.push(...textItems(reportTitle, left, y, STYLE, null, measure));
  if (running !== null) {
    const mark = running.status === undefined ? 0 : MARK.runningHead + MARK_GAP;
    const room = textWidth - measure.width(reportTitle, FONT) - GAP - mark;
    const title = shortened(running.title, room, measure, running.end);
    const x = left + textWidth - measure.width(title, FONT);
    items.push(...textItems(title, x, y, STYLE, null, measure));
    if (running.status !== undefined) items.push(markItem(running.status, x - mark, y, MARK.runningHead));
  }
  return items;
}

/** How confidential the report is: over the head of a page. `tag` is what it is read as, if it is. */
export function classificationItems(
  words: string,
  y: number,
  left: number,
  tag: Tag | null,
  geometry: Geometry,
  measure: Measurer,
): readonly Item[] {
  const style = { ...STYLE, face: 'sans-strong', ink: 'ink' } as const;
  return textItems(shortened(words, geometry.textWidth, measure), left, y + baseline(style), style, tag, measure);
}

/** What only one page has at its foot: its number, as if nothing stood after it. */
export function pageNumberItems(page: number, geometry: Geometry, measure: Measurer): readonly Item[] {
  const [before, number] = pageOfPages(page, page);
  const x = geometry.left + geometry.textWidth - measure.width(number, STRONG);
  const y = geometry.footTop + baseline(STYLE);
  return [
    { kind: 'text', x: x - measure.width(before, FONT), y, text: before, font: FONT, ink: STYLE.ink, tag: null },
    { kind: 'text', x, y, text: number, font: STRONG, ink: 'ink', tag: null },
  ];
}

/** What all pages have at their foot: known when all pages are. `room` is what their own part is moved by, to the left. */
export function footItems(
  { date, footer }: Pick<Front, 'date' | 'footer'>,
  pages: number,
  geometry: Geometry,
  measure: Measurer,
): { readonly items: readonly Item[]; readonly room: number } {
  const { left, textWidth } = geometry;
  const y = geometry.footTop + baseline(STYLE);
  const [before, number, after] = pageOfPages(pages, pages);
  const room = measure.width(after, FONT);
  const x = left + textWidth - room;
  const items: Item[] = [
    { kind: 'text', x, y, text: after, font: FONT, ink: STYLE.ink, tag: null },
    ...textItems(date.text, left, y, STYLE, null, measure),
  ];
  if (footer !== undefined) {
    const widest = measure.width(before, FONT) + measure.width(number, STRONG);
    const words = shortened(footer, x - widest - GAP - left - geometry.axisB, measure);
    items.push(...textItems(words, left + geometry.axisB, y, STYLE, null, measure));
  }
  return { items, room };
}

/** No line holds more characters; a longer title is not measured as a whole on every page. */
const MOST = 1000;

/** As much of a title as fits, with an ellipsis where it is not all; then its end, which stays whole. */
function shortened(title: string, width: number, measure: Measurer, end = ''): string {
  if (title.length <= MOST && measure.width(title, FONT) <= width) return title;
  const start = title.endsWith(end) ? title.slice(0, title.length - end.length) : title;
  const beginning = start.slice(0, MOST).replace(/[\ud800-\udbff]$/, '');
  const fits = measure.fit(beginning, FONT, width - measure.width(`…${end}`, FONT));
  return `${beginning.slice(0, fits).trimEnd()}…${end}`;
}
