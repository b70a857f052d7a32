/** Journals with tens of thousands of something: the work grows as they do. */
import { describe, it } from '@jest/globals';
import { readJournal } from '../../src/journal/read-journal.js';
import { buildReport } from '../../src/report/collect.js';
import { substitute } from '../../src/report/variables.js';
import type { Variable } from '../../src/report/types.js';
import { SETTINGS } from '../support/fixtures.js';
import { expectGrowthWithInput } from '../support/growth.js';

const action = (index: number): object => ({
  type: 'action',
  name: `a${index}`,
  provider: { type: 'python', module: 'm', func: 'f' },
});
const entry = (index: number): object => ({ activity: action(index), status: 'succeeded', output: null });
const failed = (index: number): object => ({
  ...entry(index),
  status: 'failed',
  exception: ['Traceback (most recent call last):\n', `ValueError: boom${index}\n`],
});

interface Parts {
  readonly rollbacks?: readonly object[];
  readonly rolledBack?: readonly object[];
  readonly run?: readonly object[];
}

function build({ rollbacks = [], rolledBack = [], run = [] }: Parts): void {
  const experiment = { title: 't', method: [], rollbacks };
  const journal = { experiment, status: 'completed', run, rollbacks: rolledBack };
  buildReport([readJournal(Buffer.from(JSON.stringify(journal)), 'journal.json')], SETTINGS);
}

const many = (count: number, one: (index: number) => object): object[] =>
  Array.from({ length: count }, (_, n) => one(n));

describe('the work of many', () => {
  it.each<readonly [string, number, (count: number) => Parts]>([
    ['rollbacks that were not run', 30_000, (count) => ({ rollbacks: many(count, action) })],
    [
      'rollbacks that were run in another order',
      12_000,
      (count) => ({ rollbacks: many(count, action), rolledBack: many(count, (index) => entry(count - 1 - index)) }),
    ],
    ['failures of different causes', 16_000, (count) => ({ run: many(count, failed) })],
  ])('%s grows with their number', (_, count, parts) => {
    expectGrowthWithInput((size) => {
      build(parts(size));
    }, count);
  });

  it('values with variables in them grows with their number', () => {
    expectGrowthWithInput((size) => {
      const variables = Array.from({ length: size }, (_, index): Variable => ({
        name: `v${index}`,
        uses: 1,
        value: index,
        origin: 'configuration',
        secret: false,
      }));
      for (let index = 0; index < size; index++) substitute(`\${v${index}}`, variables);
    }, 8_000);
  });
});
