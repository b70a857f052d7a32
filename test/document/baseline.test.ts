import { describe, expect, it } from '@jest/globals';
import { composeFront, DEFAULT_WORDS } from '../../src/document/compose.js';
import { plainText } from '../../src/document/inline.js';
import type { Block } from '../../src/document/types.js';
import { baselineOf } from '../../src/report/baseline.js';
import type { Report } from '../../src/report/types.js';
import { yearReport } from '../support/fixtures.js';

function words(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.kind === 'section'
        ? `# ${plainText(block.title)}\n${words(block.blocks)}`
        : block.kind === 'paragraph'
          ? plainText(block.content)
          : block.kind === 'callout'
            ? `${block.status.word}: ${plainText(block.content)}`
            : '',
    )
    .join('\n')
    .replaceAll('\u00a0', ' ');
}

function summaryAgainst({ head, experiments }: Report, wanted?: (name: string) => boolean): string {
  const { head: now } = yearReport({ baseline: baselineOf(head, experiments, null) }, wanted);
  return words(composeFront(now, DEFAULT_WORDS).sections[0]!.blocks);
}

const AUGUST = yearReport({ generated: '2026-08-31T12:00:00Z' }, (name) => name < '2026-09');

describe('page 1 against an earlier report', () => {
  it('says what changed since', () => {
    const said = summaryAgainst(AUGUST);
    expect(said).toContain(
      'Since the report of 31 August 2026: 1 regressed; 1 holds again only after a change of the definition; 1 was fixed; 1 has another definition.',
    );
    expect(said).toContain('regressed: Payments survive the loss of a database replica: held then, and deviates now.');
    expect(said).toContain(
      'the tolerance of the probe checkout-p95 was loosened from [0, 2] to [0, 10]: that is no proof of a fix.',
    );
    expect(said).toContain('held as before, but the probe index-is-green was removed from the hypothesis.');
    expect(said).toContain(
      '1 finding is new: payments-answer returned 503 where 200 is expected, after the method. (Payments survive the loss of a database replica)',
    );
    expect(said).toContain('is empty). (The cart is still there after the cache was flushed) checkout-p95 returned');
  });

  it('says in the answer what holds only since a change, and what would have come of it', () => {
    const said = summaryAgainst(AUGUST, (name) => name.startsWith('2026-11'));
    expect(said).toContain(
      'In 4 of 5 experiments the system behaved as expected, in 1 of these only since the tolerance was loosened; 1 deviated.',
    );
    expect(said).toContain('3.9, measured after the method, would not have met the earlier tolerance, [0, 2].');
  });

  it('says that nothing changed', () => {
    const said = summaryAgainst(yearReport());
    expect(said).toContain('Since the report of 30 November 2026, nothing changed.');
    expect(said).toContain('Nothing changed: the latest runs are the same ones.');
  });

  it('names what is missing', () => {
    expect(summaryAgainst(AUGUST, (name) => !name.includes('mail'))).toContain(
      'missing: Mail goes out after the broker was restarted: held then, and no run of it is in this report.',
    );
  });
});
