/** Where the definition of an experiment was changed between two of its runs: in words, and as a difference line by line. */
import type { DefinitionChange, Series, SeriesRun } from '../../report/types.js';
import { inlines, paragraph, text, time } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Block, Code, Inline } from '../types.js';
import { againstEarlierSentences } from '../words/against-earlier.js';
import { changeWords } from '../words/definition-change.js';
import { literal } from '../words/literal.js';
import { capital, count } from '../words/quantity.js';
import { visibleLine } from '../words/visible.js';

/** The latest changed runs that are told of. */
const TOLD = 12;
/** Whose tolerance it was. */
const BEFORE = 'the tolerance of the run before';
/** Differences of one run that are told in words; the lines have them all. */
const IN_WORDS = 6;

/** None where the definition is the same in all runs; of many changes the latest. */
export function definitionChanges({ runs }: Series, settings: WordSettings): Block[] {
  const changed = runs.flatMap((run, index) => {
    const before = runs[index - 1];
    return before && run.changes.length > 0 ? [{ before, run }] : [];
  });
  const told = changed.slice(-TOLD);
  const untold = changed.length - told.length;
  return [
    ...(untold > 0
      ? [paragraph(`The definition was changed ${count(untold, 'time')} before the changes listed here.`, 'note')]
      : []),
    ...told.flatMap(({ before, run }) => oneChange(before, run, settings)),
  ];
}

function oneChange(before: SeriesRun, run: SeriesRun, settings: WordSettings): Block[] {
  const clauses = run.changes.slice(0, IN_WORDS).map((change) => changeWords(change, settings.notation));
  const more = run.changes.length - clauses.length;
  const said = [...clauses, ...(more > 0 ? [inlines(`${count(more, 'more change')} were made`)] : [])];
  const lines = diffLines(run.changes, settings);
  const against = againstEarlierSentences(run.changes, run.verdict, settings.notation, BEFORE);
  return [
    paragraph(
      inlines(
        ...between(before, run, settings),
        ...said.flatMap((clause, index) =>
          inlines(index === 0 ? '' : index === said.length - 1 ? ', and ' : ', ', clause),
        ),
        '.',
        ...against.flatMap((words) => inlines(' ', words)),
      ),
      lines.length === 0 ? undefined : 'intro',
    ),
    ...(lines.length === 0 ? [] : [{ kind: 'code', language: 'diff', text: lines.join('\n') } satisfies Code]),
  ];
}

/** "Between 2 Aug 2026 and 2 Sep 2026 ", or "Before this run ". */
function between({ start: from }: SeriesRun, { start: to }: SeriesRun, { zone }: WordSettings): Inline[] {
  if (from === null || to === null) return [text('Between two runs ')];
  const [first, last] = [zone.day(from), zone.day(to)];
  if (first === last) return inlines('On ', time(to, zone.short(to)), ' ');
  return inlines('Between ', time(from, first), ' and ', time(to, last), ' ');
}

/** "- tolerance: [0, 2]", "+ tolerance: [0, 10]", under the activity they belong to. */
function diffLines(changes: readonly DefinitionChange[], { notation }: WordSettings): string[] {
  let place = '';
  return changes.flatMap((change) => {
    const { kind, part, activity, key, from, to } = change;
    const lines: string[] = [];
    const written = (value: DefinitionChange['from']): string => literal(value, { notation });
    const at = activity ? `${capital(part)} · ${activity.kind} ${activity.name}` : capital(part);
    if (kind === 'activity-added' || kind === 'activity-removed') {
      place = '';
      return [visibleLine(`${kind === 'activity-added' ? '+' : '-'} ${at}`)];
    }
    // Nothing to be set against each other, or nothing more than the sentence has said.
    if (kind === 'title' || (from === null && to === null)) return [];
    if (at !== place) lines.push(`  ${at}`);
    place = at;
    // The arguments of a process may be one text: they have no key.
    const label = LABELS[kind] ?? (key || (kind === 'argument' ? 'arguments' : kind));
    if (from !== null) lines.push(`-   ${label}: ${written(from)}`);
    if (to !== null) lines.push(`+   ${label}: ${written(to)}`);
    return lines.map(visibleLine);
  });
}

const LABELS: Readonly<Partial<Record<DefinitionChange['kind'], string>>> = {
  'activity-renamed': 'name',
  tolerance: 'tolerance',
  timeout: 'timeout',
  'pause-before': 'pause before',
  'pause-after': 'pause after',
  background: 'background',
  runtime: 'runtime',
};
