import { describe, expect, it } from '@jest/globals';
import { leftBehindSection } from '../../src/document/sections/left-behind.js';
import { inlineText } from '../support/document-text.js';
import { reportOf } from '../support/fixtures.js';

/** What the section says where nothing is known to be left behind. */
function said(...names: readonly string[]): string {
  const [block] = leftBehindSection(reportOf(...names).head, 'python').blocks;
  if (block?.kind !== 'paragraph') throw new Error('something was left behind');
  return inlineText(block.content).replaceAll('\u00a0', ' ');
}

describe('nothing left behind', () => {
  it('says of what it is not known, and claims nothing of the rest that is not so', () => {
    expect(said('16-refs', '30-nothing')).toBe(
      'Nothing, as far as the journals tell: of 2 experiments 1 declared no action; the steady state was verified wherever it was checked at the end. Not known of 1 experiment that declared actions and no rollback.',
    );
  });

  it('is not known where actions were declared and no rollback', () => {
    expect(said('16-refs')).toBe('Not known: no rollback was declared; the steady state was verified at the end.');
  });

  it('is nothing where no action was carried out', () => {
    expect(said('15-dry-activities')).toBe('Nothing: no action was carried out.');
  });
});

describe('what probes among the rollbacks answered', () => {
  function rows(...names: readonly string[]): string[] {
    return leftBehindSection(reportOf(...names).head, 'python').blocks.flatMap((block) =>
      block.kind === 'facts'
        ? block.rows.map(({ label, value }) => `${inlineText(label)}: ${inlineText(value)}`.replaceAll('\u00a0', ' '))
        : [],
    );
  }

  it('stands beside the steady state, which was looked at before', () => {
    expect(rows('02-deviated')).toEqual([
      expect.stringContaining('Steady state: [Not met after the method; the rollbacks ran after that check'),
      'After the method: The rollback probe [health after rollback](#e1-rollback-1) answered status `200`.',
    ]);
  });

  it('is told where nothing else was left, with its experiment where there are several', () => {
    const title = "What do the shop's metrics do while its orders are answered…";
    expect(rows('31d-prometheus-window', '01-completed-met')).toEqual([
      `After the method: The rollback probe [latency of orders](#e2-rollback-2) answered status \`200\` (${title}).`,
      `: The rollback probes [orders per second](#e2-rollback-1), [cache](#e2-rollback-3) and [memory of 300 workers](#e2-rollback-4) answered with more than a value (${title}).`,
    ]);
  });
});
