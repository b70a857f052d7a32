/** Each stretch in which the steady state was not met, with what the samples say of its ends and no more. */
import type { Hypothesis, Instant, Violation } from '../../report/types.js';
import { milliseconds } from '../../report/time.js';
import { inlines, paragraph, text, time } from '../inline.js';
import type { Block, Inline, Row, Table } from '../types.js';
import { boundsWords, leastWords, mostWords } from '../words/bounds.js';
import { fineClock } from '../words/fine-clock.js';
import { count, duration, figure } from '../words/quantity.js';
import type { Zone } from '../words/zone.js';

/** More stretches than this are a pattern, not a list: the samples in the appendix have all of them. */
const MOST = 40;

/** The table of violations, where there are any. */
export function violationBlocks({ violations, samplingInterval }: Hypothesis, zone: Zone): Block[] {
  if (violations.length === 0) return [];
  const every = samplingInterval === null ? '' : `, sampled every ${duration(samplingInterval)}`;
  const more = violations.length - MOST;
  const table: Table = {
    kind: 'table',
    role: 'during',
    label: 'The stretches in which the steady state was not met',
    columns: [
      { key: 'from', label: `Not met from, ${zone.name}`, align: 'start', width: 90, heading: true },
      { key: 'to', label: 'To', align: 'start', width: 80 },
      { key: 'before', label: 'Last met before', align: 'start', width: 85 },
      { key: 'again', label: 'Met again', align: 'start', width: 85 },
      { key: 'length', label: 'Lasted', align: 'start', width: 90 },
      { key: 'samples', label: 'Samples', align: 'end', width: 50 },
    ],
    rows: violations.slice(0, MOST).map((violation) => violationRow(violation, zone)),
  };
  return [
    paragraph(`It was not met in ${count(violations.length, 'stretch', 'stretches')}${every}:`, 'intro'),
    table,
    ...(more > 0
      ? [paragraph(`${figure(more)} more: all samples are in the appendix of the experiment.`, 'note')]
      : []),
  ];
}

function violationRow({ from, to, metBefore, metAgain, samples }: Violation, zone: Zone): Row {
  return {
    cells: [
      instant(from, zone),
      instant(to, zone),
      metBefore === null ? inlines('not seen') : instant(metBefore, zone),
      metAgain === null ? inlines('not seen') : instant(metAgain, zone),
      inlines(lasted(from, to, metBefore, metAgain)),
      [text(figure(samples))],
    ],
  };
}

/** From the samples that were not met alone, to the ones around them that were. */
function lasted(from: Instant | null, to: Instant | null, metBefore: Instant | null, metAgain: Instant | null): string {
  const least = seconds(from, to);
  if (least === null) return 'not known';
  const most = metAgain === null ? null : seconds(metBefore ?? from, metAgain);
  if (most === null) return least === 0 ? 'not known' : `${leastWords(least)} or more`;
  return least === 0 ? `up to ${mostWords(most)}` : boundsWords(least, most);
}

function seconds(start: Instant | null, end: Instant | null): number | null {
  return start === null || end === null ? null : (milliseconds(end) - milliseconds(start)) / 1000;
}

/** The clock with milliseconds: samples come several times a second. */
function instant(value: Instant | null, zone: Zone): Inline[] {
  if (value === null) return inlines('not known');
  return [time(value, fineClock(value, zone))];
}
