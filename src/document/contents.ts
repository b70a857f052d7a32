/** The contents: front and back from their sections, experiments from their lines, for their chapters are not read yet. */
import type { ReportHead, SeriesRun } from '../report/types.js';
import { isOneOfSeveral, placeInSeries } from './latest-runs.js';
import { partId } from './ids.js';
import { plainText } from './inline.js';
import type { WordSettings } from './settings.js';
import type { ContentsEntry, Section } from './types.js';
import { named, VERDICT_WORDS, verdictStatus } from './words/names.js';
import { runName } from './words/run-name.js';
import type { Zone } from './words/zone.js';

/** The contents. Several runs of an experiment stand together below its title, with the verdict of the latest. */
export function contentsOf(
  head: ReportHead,
  front: readonly Section[],
  back: readonly Section[],
  settings: WordSettings,
): ContentsEntry[] {
  return [...front.map(entry), ...experimentsEntry(head, settings), ...back.map(entry)];
}

function entry({ title, id, blocks }: Section): ContentsEntry {
  return {
    title: plainText(title),
    target: id,
    children: blocks.flatMap((block) =>
      block.kind === 'section' ? [{ title: plainText(block.title), target: block.id, children: [] }] : [],
    ),
  };
}

function experimentsEntry(head: ReportHead, { sections, zone }: WordSettings): ContentsEntry[] {
  const { lines } = head;
  const first = lines[0];
  if (!first || !sections.has('experiments')) return [];
  const parts: readonly (readonly [string, string])[] = [
    ['Summary', 'summary'],
    ...(sections.has('definition') ? [['Definition', 'definition'] as const] : []),
    ...(sections.has('result') ? [['Result', 'result'] as const] : []),
    ...(sections.has('outputs') ? [['Appendix', 'appendix'] as const] : []),
  ];
  return [
    {
      title: 'Experiments',
      target: first.id,
      children: lines
        .filter(({ id, latest }) => latest || !isOneOfSeveral(head, id))
        .map(({ id, title, verdict }) => ({
          title: named(title, 'an experiment'),
          target: id,
          status: verdictStatus(verdict.verdict),
          children: isOneOfSeveral(head, id)
            ? runEntries(placeInSeries(head, id)?.series.runs ?? [], zone)
            : parts.map(([name, part]) => ({ title: name, target: partId(id, part), children: [] })),
        })),
    },
  ];
}

/** The runs of an experiment by their days, the latest first; the year where it is another than that of the run before. */
function runEntries(runs: readonly SeriesRun[], zone: Zone): ContentsEntry[] {
  let year = '';
  return runs.toReversed().flatMap(({ experiment, start, verdict }) => {
    if (experiment === null) return [];
    const title = start === null ? 'not said' : runName(start, runs, zone);
    const own = start === null ? '' : (/\d{4}$/.exec(title)?.[0] ?? '');
    const same = own !== '' && own === year;
    year = own;
    return {
      title: same ? title.slice(0, -own.length).trimEnd() : title,
      alone: `${title}, ${VERDICT_WORDS[verdict]}`,
      target: experiment,
      status: verdictStatus(verdict),
      children: [],
    };
  });
}

/** A chapter with its parts: the contents of its own page. */
export function chapterEntry(chapter: Section): ContentsEntry {
  return { ...entry(chapter), ...(chapter.status ? { status: chapter.status } : {}) };
}
