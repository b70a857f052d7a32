/** A document of PDFKit as the renderer opens it, without a page. */
import PDFDocument from 'pdfkit';

export function emptyDocument(): PDFDocument {
  return new PDFDocument({
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
}
