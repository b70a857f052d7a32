import { describe, expect, it } from '@jest/globals';
import { breakBalanced, breakLines, type Line } from '../../../src/render/pdf/lines.js';
import { plainSpan, spansOf } from '../../../src/render/pdf/spans.js';
import { TYPE } from '../../../src/render/pdf/theme.js';
import { ruler } from './ruler.js';
import { expectGrowthWithInput } from '../../support/growth.js';

/** Body type is 10 pt: a character of the ruler is 5 pt wide. */
const CHARACTER = 5;
const broken = (text: string, columns: number): readonly Line[] =>
  breakLines([plainSpan(text, TYPE.body)], columns * CHARACTER, 14, ruler);
const texts = (lines: readonly Line[]): readonly string[] =>
  lines.map((line) => line.pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join(''));

describe('breakLines', () => {
  it('breaks at spaces, and keeps every character', () => {
    const text = 'the quick brown fox jumps over the lazy dog';
    const lines = broken(text, 12);
    expect(texts(lines)).toEqual(['the quick ', 'brown fox ', 'jumps over ', 'the lazy dog']);
    expect(lines.every((line) => line.width <= 12 * CHARACTER)).toBe(true);
  });

  it('leaves the space at the end of a line out of its width', () => {
    expect(broken('four five', 5)[0]?.width).toBe(4 * CHARACTER);
  });

  it('breaks a long token after a sign, without a mark', () => {
    const lines = broken('see https://example.com/a/long/path?query=value&more=values now', 20);
    expect(texts(lines).join('')).toBe('see https://example.com/a/long/path?query=value&more=values now');
    expect(lines.flatMap((line) => line.pieces).some((piece) => piece.kind === 'elbow')).toBe(false);
    for (const text of texts(lines).slice(1, -1)) expect(text.trimEnd()).toMatch(/[/._&=:,?-]$/);
  });

  it('does not break a short token at its signs where it fits on a line', () => {
    expect(texts(broken('aaaaaaaa well-known', 12))).toEqual(['aaaaaaaa ', 'well-known']);
  });

  it('breaks inside a word as a last resort, and says so with an elbow', () => {
    const token = 'x'.repeat(340);
    const lines = broken(token, 30);
    expect(texts(lines).join('')).toBe(token);
    expect(lines.slice(0, -1).every((line) => line.pieces.at(-1)?.kind === 'elbow')).toBe(true);
    expect(lines.at(-1)?.pieces.at(-1)?.kind).toBe('text');
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(30 * CHARACTER);
  });

  it('cuts in the middle what takes two lines, and puts the elbow after its last character', () => {
    const lines = broken(`${'f'.repeat(64)} next`, 60);
    expect(texts(lines)).toEqual(['f'.repeat(32), `${'f'.repeat(32)} next`]);
    expect(lines[0]?.width).toBe(32 * CHARACTER);
    expect(lines[0]?.pieces.at(-1)).toMatchObject({ kind: 'elbow', x: 32 * CHARACTER + 1.5 });
  });

  it('keeps a figure with the word it counts', () => {
    expect(texts(broken('it took 13 seconds', 13))).toEqual(['it took ', '13 seconds']);
  });

  it('never parts a status from its mark', () => {
    const spans = spansOf(
      [
        { kind: 'text', text: 'aaaa ' },
        { kind: 'status', status: 'not-tested', word: 'not tested' },
      ],
      TYPE.body,
    );
    const lines = breakLines(spans, 15 * CHARACTER, 14, ruler);
    expect(lines.map((line) => line.pieces.map((piece) => piece.kind))).toEqual([['text'], ['mark', 'text']]);
  });

  it('puts a literal that stands apart on lines of its own', () => {
    const spans = spansOf(
      [
        { kind: 'text', text: 'is 3' },
        { kind: 'code', text: '[3]', apart: true },
      ],
      TYPE.table,
    );
    const lines = breakLines(spans, 200, 12, ruler);
    expect(texts(lines)).toEqual(['is 3', '[3]']);
    expect(lines[1]?.leading).toBe(TYPE.literal.leading);
  });

  it('breaks Chinese between characters, and never before a full stop', () => {
    const lines = broken('结账服务已降级。副本数从三降到一。', 8);
    expect(texts(lines).join('')).toBe('结账服务已降级。副本数从三降到一。');
    expect(lines.length).toBeGreaterThan(1);
    for (const text of texts(lines)) expect(text).not.toMatch(/^。/);
  });

  it('takes 200 kB without a space in its stride', () => {
    const token = 'a/b-c.d_'.repeat(25_000);
    expect(texts(broken(token, 70)).join('')).toBe(token);
    expectGrowthWithInput((size) => broken(token.slice(0, size), 70), token.length);
  });
});

describe('breakBalanced', () => {
  it('breaks a title into lines of like length, and no more of them', () => {
    const span = plainSpan('Does checkout degrade gracefully when its database goes away?', TYPE.body);
    const width = 50 * CHARACTER;
    const lines = breakBalanced([span], width, 14, ruler);
    expect(lines).toHaveLength(breakLines([span], width, 14, ruler).length);
    const widths = lines.map((line) => line.width);
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(8 * CHARACTER);
  });
});
