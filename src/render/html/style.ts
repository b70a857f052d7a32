/** The palettes and the widths that templates use by class → the style sheet's first part. */
import type { Ink } from '../../chart/marks.js';
import type { Palette } from '../../theme/palettes.js';
import type { Theme } from '../../theme/theme.js';
import { ink } from './svg.js';

/**
 * Colours and sizes as custom properties, `--size` and `--space` as factors of what the style sheet has: light unless the reader or the reader's system asks for dark, and always white on paper;
 * and a class for each fill, stroke, column width and depth of indentation, since nothing in a page has a `style` attribute.
 */
export function themeCss({ palettes: { print, light, dark }, scale, spacing }: Theme): string {
  return [
    `:root{color-scheme:light;${properties(light)};--size:${scale};--space:${spacing}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${properties(dark)}}}`,
    `@media screen{:root[data-theme=dark]{color-scheme:dark;${properties(dark)}}}`,
    `@media print{:root{${properties(print)}}}`,
    ...Object.keys(light).map((name) => {
      const word = ink(name as Ink);
      return `.fill-${word}{fill:var(--${word})}.stroke-${word}{stroke:var(--${word})}`;
    }),
    ...Array.from(
      { length: MAX_WIDTH / WIDTH_STEP },
      (_, i) => `.w${(i + 1) * WIDTH_STEP}{width:${(i + 1) * WIDTH_STEP}%}`,
    ),
    ...Array.from({ length: MAX_INDENT }, (_, i) => `.i${i + 1}{--i:${i + 1}}`),
  ].join('\n');
}

function properties(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${ink(name as Ink)}:${colour}`)
    .join(';');
}

const WIDTH_STEP = 2;
const MAX_WIDTH = 90;

/** The class of a column that takes this share, 0 to 1, of the table's width. */
export function widthClass(share: number): string {
  const percent = Math.round((share * 100) / WIDTH_STEP) * WIDTH_STEP;
  return `w${Math.min(Math.max(percent, WIDTH_STEP), MAX_WIDTH)}`;
}

/** Deeper lines of code hang as if they were this deep. */
export const MAX_INDENT = 40;
