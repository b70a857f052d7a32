/** Each internal of PDFKit and fontkit that the renderer leans on: a new version must keep them, or this says which it did not. */
import { describe, expect, it } from '@jest/globals';
import PDFDocument from 'pdfkit';
import { readFont } from '../../../../src/render/pdf/paint/font-files.js';

const make = (): PDFDocument =>
  new PDFDocument({
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
const bytesOf = (document: PDFDocument): string => {
  document.end();
  return (document.read() as Buffer).toString('latin1');
};
const withFont = (name: string) => {
  const document = make();
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

  it('embeds one glyph under two codes, each with its own text', () => {
    const { document, font } = withFont('SourceSans3-Regular');
    const glyph = font.font._cmapProcessor.lookup(0x20);
    const first = font.subset.includeGlyph(glyph);
    const second = font.subset.glyphs.push(glyph) - 1;
    font.widths[first] = font.widths[second] = 200;
    font.unicode[first] = [0x20];
    font.unicode[second] = [0xa0];
    document.addPage();
    document.page.fonts[font.id] = font.ref();
    expect(bytesOf(document)).toContain('/FontFile2');
  });

  it('holds a page that is taken out of the buffer', () => {
    const document = make();
    document.addPage();
    const held = document.page;
    expect(document._pageBuffer).toEqual([held]);
    document._pageBuffer.pop();
    document._pageBufferStart++;
    document.addPage();
    document.page = held;
    held.content.write('% painted late');
    held.end();
    expect(bytesOf(document)).toContain('/Count 2');
  });

  it('turns the page over once, so that y runs down', () => {
    const document = make();
    document.addPage();
    const { content } = document.page as unknown as { content: { buffer: Uint8Array[] } };
    expect(Buffer.concat(content.buffer).toString('latin1')).toBe('1 0 0 -1 0 200 cm\n');
  });

  it('lets destinations be sorted by their bytes, and an outline lead to a place', () => {
    const document = make();
    document.addPage();
    const names = document._root.data['Names'] as {
      data: Record<string, { add(key: string, value: unknown): void; _compareKeys(a: string, b: string): number }>;
    };
    const destinations = names.data['Dests'];
    if (destinations === undefined) throw new Error('no destinations');
    destinations._compareKeys = (a, b) => (a < b ? -1 : 1);
    for (const id of ['e1-b', 'e10', 'e1-a']) destinations.add(id, [document.page.dictionary, 'XYZ', 0, 1, null]);
    const item = document.outline.addItem('Here');
    item.outlineData['Dest'] = [document.page.dictionary, 'XYZ', 0, 42, null];
    const text = bytesOf(document);
    expect([...text.matchAll(/\((e1\S*?)\) \[/g)].map(([, id]) => id)).toEqual(['e1-a', 'e1-b', 'e10']);
    expect(text).toMatch(/\/Dest \[\d+ 0 R \/XYZ 0 42 null\]/);
  });

  it('takes the id and the XMP that it is given', () => {
    const document = make();
    document._id = new Uint8Array(16).fill(0xab);
    document._addInfo = () => document.appendXML('<own/>');
    document.addPage();
    const text = bytesOf(document);
    expect(text).toContain(`<${'ab'.repeat(16)}>`);
    expect(text).toContain('<own/>');
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(text).toContain('sRGB IEC61966-2.1');
  });

  it('keeps a tree of parents that content is added to', () => {
    const document = make();
    document.addPage();
    const key = document.page.structParentTreeKey;
    expect(document.getStructParentTree().get(key)).toEqual([]);
    const other = document.createStructParentTreeNextKey();
    expect(other).toBe(key + 1);
    expect(document.getStructTreeRoot().data['ParentTreeNextKey']).toBe(other + 1);
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
