/** A measurer of fixed width: a character is half its size wide, 0.6 of it in mono. Layout is tested with it, without fonts. */
import { layoutBlocks } from '../../../src/render/pdf/blocks/block.js';
import { topContext, type Context } from '../../../src/render/pdf/context.js';
import { topTag, type Item, type Strip, type Tag } from '../../../src/render/pdf/flow.js';
import { LOOK } from '../../../src/theme/theme.js';
import { pageGeometry } from '../../../src/render/pdf/geometry.js';
import type { Font, Measurer } from '../../../src/render/pdf/measure.js';

const unit = ({ face, size }: Font): number => size * (face.startsWith('mono') ? 0.6 : 0.5);

export const ruler: Measurer = {
  width: (text, font) => text.length * unit(font),
  fit: (text, font, width) => Math.min(text.length, Math.max(1, Math.floor(width / unit(font) + 1e-9))),
};

/** The context of the top of a document on A4. */
export function testContext(tag: Tag = topTag(), maxOutput = Infinity): Context {
  return topContext(pageGeometry('A4', LOOK), ruler, maxOutput, tag, layoutBlocks);
}

/** The texts of items, in order. */
export function textsOf(items: readonly Item[]): readonly string[] {
  return items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
}

/** A strip with nothing but a height. */
export function strip(height: number, more: Partial<Strip> = {}): Strip {
  return { height, space: 0, items: [], ...more };
}
