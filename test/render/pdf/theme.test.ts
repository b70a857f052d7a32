import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { BUNDLED_THEMES, LOOK, themeOf, withAccent } from '../../../src/theme/theme.js';
import { readFontFile } from '../../../src/theme/font-file.js';
import { readPicture } from '../../../src/theme/picture.js';
import { png } from '../../support/pictures.js';
import { CHAPTER, FRONT, OPENING } from './sample.js';
import { renderPdf } from './render-sample.js';
import { streamsOf } from './unpacked.js';

/** The colours that pages are painted with. */
function coloursOf(pdf: Buffer): ReadonlySet<string> {
  const text = textOf(pdf);
  // A palette of three bytes a colour, and the indices that pages name.
  const palette = /\/Indexed \/DeviceRGB \d+ <([0-9a-f]+)>/.exec(text)?.[1]?.match(/.{6}/g) ?? [];
  const used = new Set(Array.from(text.matchAll(/ (\d+) (?:sc|SC)\b/g), ([, index]) => Number(index)));
  return new Set(Array.from(used, (index) => palette[index] ?? 'none'));
}

/** All of a file as text: small objects are packed into streams. */
function textOf(pdf: Buffer): string {
  return `${pdf.toString('latin1')}\n${streamsOf(pdf).join('\n')}`;
}

describe('a theme in the PDF', () => {
  it('black-and-white paints without any colour', async () => {
    const found = coloursOf(await renderPdf(OPENING, [CHAPTER], { theme: BUNDLED_THEMES['black-and-white'] }));
    expect(found.size).toBeGreaterThan(2);
    for (const colour of found) expect(colour).toMatch(/^(..)\1\1$/);
  });

  it('paints with its accent, and its paper where that is not white', async () => {
    const plain = coloursOf(await renderPdf(OPENING, [CHAPTER]));
    const accented = coloursOf(await renderPdf(OPENING, [CHAPTER], { theme: withAccent(LOOK, '#FF0080') }));
    expect(accented).toContain('ff0080');
    expect(plain).not.toContain('ff0080');
    const cream = textOf(await renderPdf(OPENING, [CHAPTER], { theme: themeOf({ colours: { paper: '#FFFF00' } }) }));
    expect(cream).toMatch(/\/Background/);
    expect(cream).toContain('1 1 0 rg');
  });

  it('has its paper, unless another one is asked for', async () => {
    const theme = themeOf({ page: { size: 'Letter' }, sizes: { text: 12 } });
    expect(textOf(await renderPdf(OPENING, [CHAPTER], { theme }))).toContain('[0 0 612 792]');
    expect(textOf(await renderPdf(OPENING, [CHAPTER], { theme, page: 'A4' }))).toContain('[0 0 595.28 841.89]');
  });

  it('keeps links on the paper when everything is larger', async () => {
    const pdf = textOf(await renderPdf(OPENING, [CHAPTER], { theme: themeOf({ sizes: { text: 12 } }) }));
    const areas = Array.from(pdf.matchAll(/\/Rect ?\[([^\]]+)\]/g), ([, area]) =>
      (area ?? '').trim().split(/ +/).map(Number),
    );
    expect(areas.length).toBeGreaterThan(3);
    for (const [left = -1, bottom = -1, right = 1e9, top = 1e9] of areas) {
      expect(left).toBeGreaterThanOrEqual(51 - 0.01);
      expect(bottom).toBeGreaterThan(0);
      expect(right).toBeLessThanOrEqual(595.28 - 51 + 0.01);
      expect(top).toBeLessThan(841.89);
    }
  });

  it('is part of what tells one file from another', async () => {
    const idOf = (bytes: Buffer): string | undefined => /\/ID \[<([0-9a-f]{32})>/.exec(bytes.toString('latin1'))?.[1];
    const theme = withAccent(LOOK, '#FF0080');
    const [one, again, other] = await Promise.all([
      renderPdf(OPENING, [CHAPTER], { theme }),
      renderPdf(OPENING, [CHAPTER], { theme }),
      renderPdf(OPENING, [CHAPTER]),
    ]);
    expect(one.equals(again)).toBe(true);
    expect(idOf(one)).not.toBe(idOf(other));
  });

  it('names the author in the information and in the XMP', async () => {
    const pdf = textOf(await renderPdf({ ...OPENING, front: { ...FRONT, author: 'A & B' } }, [CHAPTER]));
    expect(pdf.includes('/Author') && pdf.includes('(A & B)')).toBe(true);
    expect(pdf.includes('<dc:creator><rdf:Seq><rdf:li>A &amp; B</rdf:li></rdf:Seq></dc:creator>')).toBe(true);
  });
});

describe('a font of the user in the PDF', () => {
  const bytes = readFileSync('fonts/NotoSansThai-Regular.ttf');

  it('is embedded where it is the face of the theme, in the place of the look', async () => {
    const fontsOf = (pdf: Buffer): ReadonlySet<string> =>
      new Set(Array.from(textOf(pdf).matchAll(/\/BaseFont \/[A-Z]+\+([\w-]+)/g), ([, name]) => name ?? ''));
    const thai = readFontFile(bytes, 'thai.ttf');
    expect(fontsOf(await renderPdf(OPENING, [CHAPTER]))).toContain('SourceSans3-SemiBold');
    const own = fontsOf(await renderPdf(OPENING, [CHAPTER], { themeFonts: { 'sans-strong': thai } }));
    expect(own).not.toContain('SourceSans3-SemiBold');
    expect(own).toContain('NotoSansThai-Regular');
  });

  it('whose tables are broken is named, and nothing is made', async () => {
    const broken = Buffer.from(bytes);
    const cmap = broken.readUInt32BE(broken.indexOf('cmap', 0, 'latin1') + 8);
    broken.fill(0xff, cmap, cmap + 40);
    await expect(
      renderPdf(OPENING, [CHAPTER], { themeFonts: { sans: readFontFile(broken, 'broken.ttf') } }),
    ).rejects.toMatchObject({ code: 'settings', place: { file: 'broken.ttf' } });
  });
});

describe('a logo in the PDF', () => {
  const logo = readPicture(png(2, 1, 8, 6, [0, 255, 0, 0, 255, 0, 0, 255, 0]), 'logo.png');

  it('stands on page 1 as a figure that says what it is, with its mask', async () => {
    const opening = { ...OPENING, front: { ...FRONT, author: 'Acme' } };
    const file = await renderPdf(opening, [CHAPTER], { logo });
    const pdf = textOf(file);
    expect(pdf.match(/\/Logo Do/g)).toHaveLength(1);
    expect(pdf.includes('(Logo of Acme)')).toBe(true);
    expect(pdf.includes('/SMask')).toBe(true);
    expect((await renderPdf(opening, [CHAPTER], { logo })).equals(file)).toBe(true);
  });
});
