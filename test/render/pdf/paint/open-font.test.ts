import { describe, expect, it } from '@jest/globals';
import { createFontBook } from '../../../../src/render/pdf/paint/font-book.js';
import { readFont } from '../../../../src/render/pdf/paint/font-files.js';
import { openFontFile, simpleWidth } from '../../../../src/render/pdf/paint/open-font.js';
import { readFontFile } from '../../../../src/theme/font-file.js';
import { emptyDocument } from '../../../support/pdf-document.js';

describe('openFontFile', () => {
  it('opens a font of the user beside the bundled one of the same name', () => {
    const document = emptyDocument();
    const name = 'NotoSansMono-Regular';
    const book = createFontBook({ faces: { mono: readFontFile(readFont(name), 'mine.ttf') }, more: [] });
    const bundled = openFontFile(document, book, name);
    const own = openFontFile(document, book, book.fontOf('mono'));
    expect(own.embedded.id).not.toBe(bundled.embedded.id);
    // Its widths are read, and not kerned.
    expect(simpleWidth('width', own)).toBe(simpleWidth('width', bundled));
  });
});
