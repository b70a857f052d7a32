/** A theme → which of its words are hard to read: colours of text that are too near to that of the paper. */
import type { Ink } from '../chart/marks.js';
import { contrast } from './contrast.js';
import type { Palette, Surface } from './palettes.js';
import type { Theme } from './theme.js';

/** What words are set in. */
const TEXT_INKS = ['ink', 'ink2', 'ink3', 'good', 'bad', 'caution', 'neutral'] as const satisfies readonly Ink[];

/** WCAG 2.2, 1.4.3, level AA. */
export const TEXT_CONTRAST = 4.5;

/** A colour of text below {@link TEXT_CONTRAST}. */
export interface HardToRead {
  readonly surface: Surface;
  readonly ink: Ink;
  readonly colour: string;
  readonly against: 'paper' | 'fault';
  /** From 1 to 21. */
  readonly contrast: number;
}

/** All of them, those of paper and of a light screen once. */
export function hardToRead({ palettes }: Theme): readonly HardToRead[] {
  const found = (surface: Surface, palette: Palette): readonly HardToRead[] => [
    ...TEXT_INKS.map((ink) => measured(surface, palette, ink, 'paper')),
    measured(surface, palette, 'faultText', 'fault'),
  ];
  const all = [...found('print', palettes.print), ...found('light', palettes.light), ...found('dark', palettes.dark)];
  return all.filter(
    (one, index) =>
      one.contrast < TEXT_CONTRAST &&
      all.findIndex(({ ink, surface }) => ink === one.ink && (surface === 'dark') === (one.surface === 'dark')) ===
        index,
  );
}

function measured(surface: Surface, palette: Palette, ink: Ink, against: 'paper' | 'fault'): HardToRead {
  return { surface, ink, colour: palette[ink], against, contrast: contrast(palette[ink], palette[against]) };
}
