import { describe, expect, it } from '@jest/globals';
import { leftBehindSection } from '../../src/document/sections/left-behind.js';
import { inlineText } from '../support/document-text.js';
import { reportOf } from '../support/fixtures.js';

/** What the section says where nothing is known to be left behind. */
function said(...names: readonly string[]): string {
  const [block] = leftBehindSection(reportOf(...names).head).blocks;
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
