import { describe, expect, it } from '@jest/globals';
import PDFDocument from 'pdfkit';
import { createFontBook } from '../../../../src/render/pdf/paint/font-book.js';
import { readFont } from '../../../../src/render/pdf/paint/font-files.js';
import { openFontFile, simpleWidth } from '../../../../src/render/pdf/paint/open-font.js';
import { readFontFile } from '../../../../src/theme/font-file.js';

describe('openFontFile', () => {
  it('opens a font of the user beside the bundled one of the same name', () => {
    const document = new PDFDocument({
      size: [100, 200],
      margin: 0,
      font: null,
      autoFirstPage: false,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'en',
      displayTitle: true,
      subset: 'PDF/A-3a',
      fontLayoutCache: false,
      info: { Title: 'T', CreationDate: new Date(0) },
    });
    const name = 'NotoSansMono-Regular';
    const book = createFontBook({ faces: { mono: readFontFile(readFont(name), 'mine.ttf') }, more: [] });
    const bundled = openFontFile(document, book, name);
    const own = openFontFile(document, book, book.fontOf('mono'));
    expect(own.embedded.id).not.toBe(bundled.embedded.id);
    // Its widths are read, and not kerned.
    expect(simpleWidth('width', own)).toBe(simpleWidth('width', bundled));
  });
});
