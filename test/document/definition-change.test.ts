import { describe, expect, it } from '@jest/globals';
import { plainText } from '../../src/document/inline.js';
import { changesWords } from '../../src/document/words/definition-change.js';
import type { DefinitionChange } from '../../src/report/types.js';

function added(name: string): DefinitionChange {
  return {
    kind: 'activity-added',
    part: 'hypothesis',
    effect: 'changed',
    againstEarlier: null,
    activity: { kind: 'probe', name },
    key: null,
    from: null,
    to: null,
  };
}

function said(names: readonly string[]): string {
  return plainText(changesWords(names.map(added), 'python')).replaceAll('\u00a0', ' ');
}

describe('several changes in a sentence', () => {
  it('are all told up to three', () => {
    expect(said(['a', 'b', 'c'])).toBe(
      'the probe a was added to the hypothesis, the probe b was added to the hypothesis and the probe c was added to the hypothesis',
    );
  });

  it('are told to the second, and counted from there, beyond', () => {
    expect(said(['a', 'b', 'c', 'd', 'e'])).toBe(
      'the probe a was added to the hypothesis, the probe b was added to the hypothesis and 3 more changes were made',
    );
  });
});
