/** A file that is put inside the PDF, as PDF/A-3 wants it: with its kind, its date, and how it is related to the document. */
import type PDFDocument from 'pdfkit';
import type { PdfReference, PdfTree } from 'pdfkit';

/** A file to be put inside, packed. */
export interface Attachment {
  /** ASCII. */
  readonly name: string;
  /** What it is, for those who look at the list of files. */
  readonly description: string;
  /** Already packed with zlib: what is large is packed while it comes. */
  readonly packed: Uint8Array;
  /** Bytes before packing. */
  readonly size: number;
}

/** Writes an attachment of JSON: what the document was made of (relationship Data). */
export function attach(document: PDFDocument, { name, description, packed, size }: Attachment, date: Date): void {
  const content = document.ref({
    Type: 'EmbeddedFile',
    Subtype: 'application#2Fjson',
    Filter: 'FlateDecode',
    Params: { Size: size, ModDate: date },
  });
  content.end(packed);
  const file = document.ref({
    Type: 'Filespec',
    AFRelationship: 'Data',
    F: new String(name),
    UF: new String(name),
    EF: { F: content, UF: content },
    Desc: new String(description),
  });
  file.end();
  document.addNamedEmbeddedFile(name, file);
  const names = document._root.data['Names'] as PdfReference;
  const tree = names.data['EmbeddedFiles'] as PdfTree;
  // Names are looked up in the order of their bytes; PDFKit sorts them by the rules of a language.
  tree._compareKeys = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const associated = (document._root.data['AF'] ??= []) as PdfReference[];
  associated.push(file);
}
