import { describe, expect, it } from '@jest/globals';
import { wrapCode } from '../../../src/render/pdf/code-lines.js';
import { CODE, TYPE } from '../../../src/render/pdf/theme.js';
import { ruler } from './ruler.js';
import { expectGrowthWithInput } from '../../support/growth.js';

const wrap = (line: string) => wrapCode(line, TYPE.code, ruler);

describe('wrapCode', () => {
  it('leaves a line that fits alone', () => {
    expect(wrap('x'.repeat(CODE.columns))).toEqual([{ text: 'x'.repeat(CODE.columns), column: 0, continued: false }]);
  });

  it('keeps every character, hangs continued lines deeper than the indent, and never passes the last column', () => {
    const line = `    ${Array.from({ length: 40 }, (_, i) => `'key-${i}': value_${i},`).join(' ')}`;
    const rows = wrap(line);
    expect(rows.map((row) => row.text).join('')).toBe(line);
    expect(rows[0]).toMatchObject({ column: 0, continued: false });
    for (const row of rows.slice(1)) expect(row).toMatchObject({ column: 4 + CODE.hang, continued: true });
    for (const row of rows) expect(row.column + row.text.trimEnd().length).toBeLessThanOrEqual(CODE.columns);
  });

  it('breaks after a space, else after a sign, else at the column', () => {
    expect(wrap(`${'a'.repeat(80)} ${'b'.repeat(80)}`)[0]?.text).toBe(`${'a'.repeat(80)} `);
    expect(wrap(`${'a'.repeat(80)}/${'b'.repeat(80)}`)[0]?.text).toBe(`${'a'.repeat(80)}/`);
    expect(wrap('a'.repeat(300))[0]?.text).toBe('a'.repeat(CODE.columns));
  });

  it('does not hang deeper than the deepest hang', () => {
    const rows = wrap(' '.repeat(90) + 'word '.repeat(30));
    expect(rows[1]?.column).toBe(CODE.deepestHang);
  });

  it('sets tabs to columns of eight', () => {
    expect(wrap('a\tb')[0]?.text).toBe('a       b');
    expect(wrap('\tb')[0]?.text).toBe('        b');
    expect(wrap('\t\t')[0]?.text).toBe(' '.repeat(16));
  });

  it('wraps a line of 200 kB in its stride', () => {
    expect(
      wrap('é'.repeat(200_000))
        .map((row) => row.text)
        .join(''),
    ).toHaveLength(200_000);
    expectGrowthWithInput((size) => wrap('é'.repeat(size)), 200_000);
  });
});
