/** A picture → an image of the file (ISO 32000-1, 8.9.5). PDFKit's own unpacks some PNGs when it is too late to say that one is broken. */
import { deflateSync } from 'node:zlib';
import type PDFDocument from 'pdfkit';
import type { PdfReference } from 'pdfkit';
import type { Picture } from '../../../theme/picture.js';

/** Writes the image, with a mask where it is not opaque. */
export function embedPicture(document: PDFDocument, { width, height, bytes, channels, pixels }: Picture): PdfReference {
  const image = (entries: Record<string, unknown>): PdfReference =>
    document.ref({ Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8, ...entries });
  if (pixels === null) {
    const jpeg = image({ ColorSpace: channels === 1 ? 'DeviceGray' : 'DeviceRGB', Filter: 'DCTDecode' });
    jpeg.end(bytes);
    return jpeg;
  }
  const packed = (samples: Uint8Array, entries: Record<string, unknown>): PdfReference => {
    const made = image({ ...entries, Filter: 'FlateDecode' });
    made.end(deflateSync(samples));
    return made;
  };
  const mask = pixels.opacity === null ? {} : { SMask: packed(pixels.opacity, { ColorSpace: 'DeviceGray' }) };
  return packed(pixels.colours, { ColorSpace: 'DeviceRGB', ...mask });
}
