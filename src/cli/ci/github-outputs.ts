/** What came of a report → the outputs of a step of GitHub Actions, for the steps and jobs that follow. */
import { createHash } from 'node:crypto';
import { VERDICTS } from '../../report/types.js';
import type { ViewFacts } from './view.js';

/** The values by name. Counts are digits, `files` is a file a line, `verdict` the worst of all; empty where there is none. */
export function stepOutputs({ head, trips, files }: ViewFacts): ReadonlyMap<string, string> {
  return new Map([
    ['verdict', VERDICTS.find((verdict) => head.totals[verdict] > 0) ?? ''],
    ['experiments', String(head.lines.length)],
    ...VERDICTS.map((verdict) => [verdict, String(head.totals[verdict])] as const),
    ['findings', String(head.findings.length)],
    ['left-behind', String(head.leftBehind.filter(({ methodStarted }) => methodStarted).length)],
    ['unreadable', String(head.unreadable.length)],
    ['gate', trips === null ? 'off' : trips > 0 ? 'tripped' : 'passed'],
    ['files', files.join('\n')],
  ]);
}

/**
 * The text for the file that GITHUB_OUTPUT names. Every value stands between two lines that it does not have itself,
 * which are made of the value, so that the same report gives the same text and no file name can end its value early.
 */
export function stepOutputText(outputs: ReadonlyMap<string, string>): string {
  return [...outputs]
    .map(([name, value]) => {
      const mark = `end-${createHash('sha256').update(value).digest('hex')}`;
      return `${name}<<${mark}\n${value}\n${mark}\n`;
    })
    .join('');
}
