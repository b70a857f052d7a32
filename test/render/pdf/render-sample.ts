/** Sections → the bytes of a PDF. */
import type { Section } from '../../../src/document/types.js';
import type { Experiment } from '../../../src/report/types.js';
import { pdf } from '../../../src/render/pdf/index.js';
import { DEFAULT_SETTINGS, type Opening, type RenderSettings } from '../../../src/render/types.js';

export async function renderPdf(
  opening: Opening,
  chapters: readonly Section[],
  settings: Partial<RenderSettings> = {},
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const rendering = await pdf.open(
    opening,
    { ...DEFAULT_SETTINGS, ...settings },
    { write: (bytes) => void parts.push(bytes) },
  );
  // The PDF takes the words of a chapter, and never looks at its facts.
  for (const section of chapters) await rendering.experiment({ facts: {} as Experiment, section: () => section });
  await rendering.close();
  return Buffer.concat(parts);
}
