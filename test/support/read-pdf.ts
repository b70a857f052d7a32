/** A file → all the text that a reader of PDF has of it. */
import { readFileSync } from 'node:fs';

/** What the pages of a PDF say, and its outline, metadata and attachments, as a reader has them. */
export async function readPdf(file: string): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const said: string[] = [JSON.stringify(await document.getMetadata()), JSON.stringify(await document.getOutline())];
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent();
    // Wrapped words stand on several lines.
    said.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  const attachments = (await document.getAttachments()) as Record<string, { content: Uint8Array }> | null;
  for (const { content } of Object.values(attachments ?? {})) said.push(Buffer.from(content).toString('utf8'));
  await document.destroy();
  return said.join('\n');
}
