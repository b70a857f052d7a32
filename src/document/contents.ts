/** The contents: front and back from their sections, experiments from their lines, for their chapters are not read yet. */
import type { ReportHead } from '../report/types.js';
import { isOneOfSeveral } from './latest-runs.js';
import { partId } from './ids.js';
import { plainText } from './inline.js';
import type { WordSettings } from './settings.js';
import type { ContentsEntry, Section } from './types.js';
import { named, verdictStatus } from './words/names.js';

/** The contents. Of several runs of an experiment each bears its day. */
export function contentsOf(
  head: ReportHead,
  front: readonly Section[],
  back: readonly Section[],
  settings: WordSettings,
): ContentsEntry[] {
  return [
    ...front.filter(({ name }) => name !== 'how-to-read').map(entry),
    ...experimentsEntry(head, settings),
    ...back.map(entry),
  ];
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
      children: lines.map(({ id, title, verdict, start }) => ({
        title: `${named(title, 'an experiment')}${start !== null && isOneOfSeveral(head, id) ? `, ${zone.day(start)}` : ''}`,
        target: id,
        status: verdictStatus(verdict.verdict),
        children: parts.map(([name, part]) => ({ title: name, target: partId(id, part), children: [] })),
      })),
    },
  ];
}
