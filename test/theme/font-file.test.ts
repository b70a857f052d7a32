import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readFontFile } from '../../src/theme/font-file.js';

const BYTES = readFileSync('fonts/NotoSansThai-Regular.ttf');

/** The font with other bytes at a place of a table: of its entry in the directory, or of itself. */
function changed(table: string, place: 'entry' | 'table', offset: number, ...bytes: readonly number[]): Buffer {
  const copy = Buffer.from(BYTES);
  const entry = copy.subarray(0, 500).indexOf(table, 0, 'latin1');
  copy.set(bytes, (place === 'entry' ? entry : copy.readUInt32BE(entry + 8)) + offset);
  return copy;
}

describe('a font of the user', () => {
  it('is read', () => {
    const font = readFontFile(BYTES, 'thai.ttf');
    expect(font).toMatchObject({ file: 'thai.ttf', bytes: BYTES });
    expect(font.sha256).toMatch(/^[\da-f]{64}$/);
  });

  it.each([
    ['for print and preview', 0x0004],
    ['for editing', 0x0008],
    ['for print, by an old font that forbids it too', 0x0006],
  ])('may be embedded %s', (_, type) => {
    expect(() => readFontFile(changed('OS/2', 'table', 8, type >> 8, type & 255), 'a.ttf')).not.toThrow();
  });

  it.each([
    [
      'a restricted licence',
      changed('OS/2', 'table', 8, 0, 2),
      'The licence of the font forbids to embed it (OS/2 fsType).',
    ],
    [
      'no subsetting',
      changed('OS/2', 'table', 8, 1, 0),
      'The licence of the font forbids to embed a subset of it (OS/2 fsType).',
    ],
    [
      'bitmaps only',
      changed('OS/2', 'table', 8, 2, 0),
      'The licence of the font forbids to embed its outlines (OS/2 fsType).',
    ],
    [
      'several faces',
      Buffer.concat([Buffer.from('ttcf'), BYTES]),
      'This is a collection of fonts (TTC), which cannot be embedded.',
    ],
    ['WOFF2', Buffer.concat([Buffer.from('wOF2'), BYTES]), 'This is a web font (WOFF2), which cannot be embedded.'],
    ['text', Buffer.from('hello'), 'This is not a font.'],
    ['nothing', Buffer.alloc(0), 'This is not a font.'],
    ['half of itself', BYTES.subarray(0, 2000), 'The font is not whole, or of a kind that cannot be embedded.'],
    ['no outlines', changed('glyf', 'entry', 0, 0x78), 'The font is not whole, or of a kind that cannot be embedded.'],
    ['variations', changed('GDEF', 'entry', 0, ...Buffer.from('fvar')), 'This is a variable font.'],
  ])('is refused with %s', (_, bytes, message) => {
    expect(() => readFontFile(bytes, 'a.ttf')).toThrow(message);
  });
});
