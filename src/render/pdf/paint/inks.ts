/**
 * The colours of the pages, as indices into a palette that stands in the file once (a colour space: ISO 32000-1, 8.6.6.3): a digit
 * and not three numbers, each time that a colour changes.
 */
import type { Ink } from '../../../chart/marks.js';
import type { Palette } from '../../../theme/palettes.js';

/** Gives a colour as what stands before the operators `sc` and `SC`. */
export type Colours = (ink: Ink) => string;

export interface Inks {
  readonly colour: Colours;
  /** The colour space of the inks that were asked for. */
  space(): readonly unknown[];
}

/** Its name among the resources of the pages. */
export const INKS = 'C';
/** What chooses it for all that follows. */
export const USE_INKS = `/${INKS} cs /${INKS} CS`;

export function createInks(palette: Palette): Inks {
  const known = new Map<Ink, string>();
  return {
    colour: (ink) => {
      let index = known.get(ink);
      if (index === undefined) {
        index = String(known.size);
        known.set(ink, index);
      }
      return index;
    },
    space: () => {
      const values = Array.from(known.keys(), (ink) => palette[ink].slice(1)).join('');
      return [
        'Indexed',
        'DeviceRGB',
        Math.max(0, known.size - 1),
        Buffer.from(values === '' ? '000000' : values, 'hex'),
      ];
    },
  };
}
