/** A report → a page in Confluence's storage format, whose title the wiki has already: sections begin at level 1. */
import type { Opening, Rendering, Sink } from '../../types.js';
import { storageInlines } from './inline.js';
import { storageBlocks, storageSection } from './blocks.js';
import { tocMacro, xml } from './markup.js';

const TOP_LEVEL = 1;

export async function openStorage({ front, back }: Opening, sink: Sink): Promise<Rendering> {
  const encoder = new TextEncoder();
  const write = async (markup: string): Promise<void> => {
    await sink.write(encoder.encode(`${markup}\n`));
  };
  await write(`<p><strong>${xml(front.title)}</strong>, ${storageInlines([front.date])}</p>${tocMacro()}`);
  await write(storageBlocks(front.sections, TOP_LEVEL));
  return {
    experiment: ({ section }) => write(storageSection(section(), TOP_LEVEL)),
    close: () => write(storageBlocks(back, TOP_LEVEL)),
  };
}
