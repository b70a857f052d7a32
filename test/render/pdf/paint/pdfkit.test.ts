/** Each internal of PDFKit and fontkit that the renderer leans on: a new version must keep them, or this says which it did not. */
import { describe, expect, it } from '@jest/globals';
import type PDFDocument from 'pdfkit';
import { asText } from '../../../../src/render/pdf/paint/object-streams.js';
import { readFont } from '../../../../src/render/pdf/paint/font-files.js';
import { emptyDocument } from '../../../support/pdf-document.js';

const bytesOf = (document: PDFDocument): string => {
  document.end();
  return (document.read() as Buffer).toString('latin1');
};
const withFont = (name: string) => {
  const document = emptyDocument();
  document.registerFont(name, readFont(name)).font(name);
  return { document, font: document._font };
};

describe('PDFKit 0.20.2', () => {
  it('opens a registered font without looking for it in a collection, and gives codes to glyphs', () => {
    const { font } = withFont('SourceSans3-Regular');
    const glyph = font.font._cmapProcessor.lookup(65);
    expect(glyph).toBeGreaterThan(0);
    expect(font.font._cmapProcessor.lookup(0xe000)).toBe(0);
    const code = font.subset.includeGlyph(glyph);
    expect(font.subset.glyphs[code]).toBe(glyph);
    expect(font.subset.includeGlyph(glyph)).toBe(code);
    expect(font.scale).toBe(1);
  });

  it('lists the width of a font of one width once', () => {
    const { font } = withFont('SourceCodePro-Regular');
    const { metrics } = font.font.hmtx;
    expect(metrics.length).toBeLessThan(font.font._cmapProcessor.lookup(0x7a));
    expect(metrics.get(metrics.length - 1).advance).toBe(600);
  });

  it('embeds a font with the tables of codes that it is given', () => {
    const { document, font } = withFont('SourceSans3-Regular');
    font.widths[font.subset.includeGlyph(font.font._cmapProcessor.lookup(0x20))] = 200;
    const dictionary = font.ref();
    font.toUnicodeCmap = () => {
      const reference = document.ref();
      reference.end('% to text');
      return reference;
    };
    const end = dictionary.end.bind(dictionary);
    dictionary.end = () => {
      dictionary.data['Encoding'] = 'Own';
      end();
    };
    const text = bytesOf(document);
    expect(text).toContain('/FontFile2');
    expect(text).toContain('/Encoding /Own');
    expect(text).toMatch(/\/ToUnicode \d+ 0 R/);
  });

  it('has what stands among its fonts finalized, and counts them', () => {
    const { document } = withFont('SourceSans3-Regular');
    expect(document._fontCount).toBe(1);
    document._fontFamilies['Own'] = {
      finalize: () => {
        document.ref({ Type: 'Font', Own: true }).end();
      },
    };
    expect(bytesOf(document)).toContain('/Own true');
  });

  it('writes what it does not know by its name, and counts the objects that are not its own', () => {
    const document = emptyDocument();
    const pages = document._root.data['Pages'] as { data: Record<string, unknown> };
    pages.data['Kids'] = asText('[7 0 R]');
    const id = document._offsets.push(null);
    expect(document.ref().id).toBe(id + 1);
    expect(bytesOf(document)).toContain('/Kids [7 0 R]');
  });

  it('says nothing of an outline that it has no items of', () => {
    const document = emptyDocument();
    document._root.data['Outlines'] = document.outline.dictionary;
    document.outline.outlineData['Count'] = 3;
    const text = bytesOf(document);
    expect(text).toMatch(/\/Outlines \d+ 0 R/);
    expect(text).toContain('/Count 3');
  });

  it('takes the id and the XMP that it is given', () => {
    const document = emptyDocument();
    document._id = new Uint8Array(16).fill(0xab);
    document._addInfo = () => document.appendXML('<own/>');
    const text = bytesOf(document);
    expect(text).toContain(`<${'ab'.repeat(16)}>`);
    expect(text).toContain('<own/>');
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(text).toContain('sRGB IEC61966-2.1');
  });
});

describe('fontkit 2.0.4', () => {
  it('shapes Arabic from right to left', () => {
    const { font } = withFont('NotoSansArabic-Regular');
    const { glyphs } = font.font.layout('سلام');
    expect(glyphs.at(-1)?.codePoints).toEqual([0x633]);
    expect(glyphs.every((glyph) => glyph.id !== 0)).toBe(true);
  });

  it('joins sequences of emoji into one glyph', () => {
    const { font } = withFont('NotoEmoji-Regular');
    expect(font.font.layout('👩🏽‍💻').glyphs).toHaveLength(1);
  });
});
