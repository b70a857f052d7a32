import { describe, expect, it } from '@jest/globals';
import { readPicture } from '../../src/theme/picture.js';
import { jpeg, png } from '../support/pictures.js';

describe('a logo', () => {
  // Two rows of two pixels, each row filtered in another way: all that undoing a filter has to know.
  const rows = [
    [10, 20, 30, 50, 60, 70],
    [11, 22, 33, 54, 65, 76],
  ];
  it.each([
    ['none', [0, ...rows[0]!, 0, ...rows[1]!]],
    ['left', [1, 10, 20, 30, 40, 40, 40, 1, 11, 22, 33, 43, 43, 43]],
    ['above', [0, ...rows[0]!, 2, 1, 2, 3, 4, 5, 6]],
    ['both', [0, ...rows[0]!, 3, 6, 12, 18, 24, 24, 25]],
    ['the nearest', [0, ...rows[0]!, 4, 1, 2, 3, 4, 5, 6]],
  ])('in PNG, its rows filtered by %s, has its pixels', (_, filtered) => {
    const { type, width, height, pixels } = readPicture(png(2, 2, 8, 2, filtered), 'logo.png');
    expect({ type, width, height }).toEqual({ type: 'image/png', width: 2, height: 2 });
    expect([...(pixels?.colours ?? [])]).toEqual(rows.flat());
    expect(pixels?.opacity).toBeNull();
  });

  it.each([
    ['greys of one bit', png(4, 1, 1, 0, [0, 0b10100000]), [255, 0, 255, 0], null],
    ['greys of sixteen bits', png(1, 1, 16, 0, [0, 0x7f, 0xff]), [127], null],
    ['greys with opacity', png(2, 1, 8, 4, [0, 9, 255, 8, 0]), [9, 8], [255, 0]],
    ['a clear grey', png(2, 1, 8, 0, [0, 9, 8], { tRNS: [0, 8] }), [9, 8], [255, 0]],
  ])('in PNG of %s', (_, bytes, greys, opacity) => {
    const { pixels } = readPicture(bytes, 'logo.png');
    expect([...(pixels?.colours ?? [])]).toEqual(greys.flatMap((grey) => [grey, grey, grey]));
    expect(pixels?.opacity ? [...pixels.opacity] : null).toEqual(opacity);
  });

  it('in PNG of a palette, part of it clear', () => {
    const bytes = png(2, 1, 4, 3, [0, 0x01], { PLTE: [1, 2, 3, 4, 5, 6], tRNS: [128] });
    const { pixels } = readPicture(bytes, 'logo.png');
    expect([...(pixels?.colours ?? [])]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...(pixels?.opacity ?? [])]).toEqual([128, 255]);
  });

  it('in JPEG stays as it is', () => {
    expect(readPicture(jpeg(30, 20, 3), 'logo.jpg')).toMatchObject({
      type: 'image/jpeg',
      width: 30,
      height: 20,
      channels: 3,
    });
    expect(readPicture(jpeg(30, 20, 1), 'logo.jpg').channels).toBe(1);
  });

  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'The logo is an SVG.'],
    ['a text', Buffer.from('hello'), 'The logo is neither a PNG nor a JPEG.'],
    ['too many bytes', new Uint8Array(2_000_001), 'The logo is larger than 2 MB.'],
    ['too many pixels', png(5000, 1, 8, 0, [0]), 'The logo has 5000 × 1 pixels, and 4000 × 4000 are the most.'],
    ['CMYK', jpeg(3, 3, 4), 'The logo is a JPEG in CMYK.'],
    ['a row too few', png(1, 2, 8, 0, [0, 1]), 'The logo cannot be read as PNG: it is cut short.'],
    [
      'an unknown filter',
      png(1, 1, 8, 0, [9, 1]),
      'The logo cannot be read as PNG: a row has a filter that there is not.',
    ],
    [
      'a colour of no palette',
      png(1, 1, 8, 3, [0, 1], { PLTE: [1, 2, 3] }),
      'The logo cannot be read as PNG: a pixel has a colour that its palette has not.',
    ],
    ['an unknown kind', png(1, 1, 8, 5, [0, 1]), 'The logo cannot be read as PNG: its kind of colour is not known.'],
  ])('is refused where it is or has %s', (_, bytes, message) => {
    expect(() => readPicture(bytes, 'logo')).toThrow(message);
  });

  it('is refused where it is interlaced, or its data are not packed', () => {
    const interlaced = png(1, 1, 8, 0, [0, 1]);
    interlaced[28] = 1;
    expect(() => readPicture(interlaced, 'logo')).toThrow('it is interlaced');
    const broken = png(1, 1, 8, 0, [0, 1]);
    broken.fill(7, 41, 48);
    expect(() => readPicture(broken, 'logo')).toThrow('The logo cannot be read as PNG');
  });
});
