/** The colours by role: on paper, on a light screen, on a dark one. Contrast was measured: text 4.5 : 1, shapes 3 : 1. */
import type { Ink } from '../chart/marks.js';

/** A colour for each role, `#RRGGBB`. */
export type Palette = Readonly<Record<Ink, string>>;

const shared = {
  ink: '#1A1C1E',
  ink2: '#50555A',
  ink3: '#62676C',
  accent: '#1A1C1E',
  good: '#006B70',
  bad: '#A3200D',
  caution: '#8F5E00',
  neutral: '#5A6066',
  fault: '#F3E8D6',
  faultEdge: '#A87A2A',
  faultText: '#7A5412',
  rollback: '#7F8489',
  hatch: '#77736B',
  series1: '#1D5A9E',
  series2: '#B35309',
  series3: '#00786E',
  series4: '#77429A',
  levelHigh: '#1D3F66',
  levelMedium: '#47739E',
  levelLow: '#A8C0D8',
  levelOutline: '#4F6075',
};

/** Where colours stand: on paper, on a light screen, on a dark one. */
export type Surface = 'print' | 'light' | 'dark';

/** The colours on each surface. */
export type Palettes = Readonly<Record<Surface, Palette>>;

/** The colours of the look. */
export const PALETTES: Palettes = {
  print: { ...shared, paper: '#FFFFFF', rule: '#CFCCC5', mid: '#8E8C86', grid: '#DAD7D0' },
  light: { ...shared, paper: '#FCFBF8', rule: '#D6D3CB', mid: '#8A8881', grid: '#D6D3CB' },
  dark: {
    paper: '#15171A',
    ink: '#E8E5DE',
    ink2: '#B6B4AD',
    ink3: '#A3A19A',
    accent: '#E8E5DE',
    rule: '#35383B',
    mid: '#7B7E80',
    grid: '#35383B',
    good: '#55C2BC',
    bad: '#FF8E6B',
    caution: '#DFAE4E',
    neutral: '#A7ACB1',
    fault: '#322A1B',
    faultEdge: '#B98F45',
    faultText: '#D9B878',
    rollback: '#868B90',
    hatch: '#8C8A84',
    series1: '#6FA8E8',
    series2: '#F0955A',
    series3: '#3FC1AE',
    series4: '#C08FE0',
    levelHigh: '#A8C8EC',
    levelMedium: '#5E8FC2',
    levelLow: '#34516F',
    levelOutline: '#8FA6C0',
  },
};

/** Black, and greys that a laser printer sets as clean dots: large ones light, thin lines and words dark. */
const greys = {
  ink: '#000000',
  ink2: '#333333',
  ink3: '#4D4D4D',
  accent: '#000000',
  good: '#000000',
  bad: '#000000',
  caution: '#000000',
  neutral: '#4D4D4D',
  fault: '#EBEBEB',
  faultEdge: '#595959',
  faultText: '#333333',
  rollback: '#808080',
  hatch: '#595959',
  series1: '#000000',
  series2: '#6B6B6B',
  series3: '#404040',
  series4: '#8A8A8A',
  levelHigh: '#262626',
  levelMedium: '#737373',
  levelLow: '#C7C7C7',
  levelOutline: '#404040',
  paper: '#FFFFFF',
  rule: '#A6A6A6',
  mid: '#737373',
  grid: '#BFBFBF',
};

/** No colour at all: marks, words, lengths and patterns tell statuses apart, as they do in the look. */
export const GREY_PALETTES: Palettes = {
  print: greys,
  light: greys,
  dark: {
    ink: '#FFFFFF',
    ink2: '#CCCCCC',
    ink3: '#B3B3B3',
    accent: '#FFFFFF',
    good: '#FFFFFF',
    bad: '#FFFFFF',
    caution: '#FFFFFF',
    neutral: '#B3B3B3',
    fault: '#2E2E2E',
    faultEdge: '#A6A6A6',
    faultText: '#CCCCCC',
    rollback: '#8C8C8C',
    hatch: '#A6A6A6',
    series1: '#FFFFFF',
    series2: '#999999',
    series3: '#CCCCCC',
    series4: '#808080',
    levelHigh: '#E6E6E6',
    levelMedium: '#999999',
    levelLow: '#4D4D4D',
    levelOutline: '#BFBFBF',
    paper: '#141414',
    rule: '#404040',
    mid: '#808080',
    grid: '#404040',
  },
};
