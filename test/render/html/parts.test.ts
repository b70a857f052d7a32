import { describe, expect, it } from '@jest/globals';
import { composeChapter, DEFAULT_WORDS } from '../../../src/document/compose.js';
import { chapterPieces, renderBlocks } from '../../../src/render/html/blocks.js';
import { experimentOf, fixtureNames, reportOf } from '../../support/fixtures.js';
import { section } from '../pdf/sample.js';
import { TOP } from './frame.js';

/** Longer than a chapter that is made at once. */
const LINES = 'a line of a log that may have to be wrapped\n'.repeat(12_000);

describe('a chapter in pieces', () => {
  it.each(fixtureNames())('is the chapter of %s, long enough', (name) => {
    const own = composeChapter(experimentOf(name), reportOf(name).head, DEFAULT_WORDS);
    const chapter = {
      ...own,
      blocks: [...own.blocks, { kind: 'code' as const, language: 'text' as const, text: LINES }],
    };
    const pieces = [...chapterPieces(chapter, TOP)];
    expect(pieces.join('') === renderBlocks([chapter], TOP)).toBe(true);
    expect(pieces.length).toBeGreaterThan(10);
  });

  it('is one piece where it is short', () => {
    const chapter = section('experiment', 'e1', 'Short', []);
    expect([...chapterPieces(chapter, TOP)]).toEqual([renderBlocks([chapter], TOP)]);
  });

  it('with a long output has pieces that are short', () => {
    const chapter = section('experiment', 'e1', 'Long', [{ kind: 'code', language: 'text', text: LINES }]);
    const pieces = [...chapterPieces(chapter, TOP)];
    expect(pieces.join('') === renderBlocks([chapter], TOP)).toBe(true);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(60_000);
  });
});
