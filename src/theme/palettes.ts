/** The colours by role: on paper, on a light screen, on a dark one. Contrast was measured: text 4.5 : 1, shapes 3 : 1. */
import type { Ink } from '../chart/marks.js';

export type Palette = Readonly<Record<Ink, string>>;

const shared = {
  ink: '#1A1C1E',
  ink2: '#50555A',
  ink3: '#62676C',
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

export const PALETTES: Readonly<Record<'print' | 'light' | 'dark', Palette>> = {
  print: { ...shared, paper: '#FFFFFF', rule: '#CFCCC5', mid: '#8E8C86', grid: '#DAD7D0' },
  light: { ...shared, paper: '#FCFBF8', rule: '#D6D3CB', mid: '#8A8881', grid: '#D6D3CB' },
  dark: {
    paper: '#15171A',
    ink: '#E8E5DE',
    ink2: '#B6B4AD',
    ink3: '#A3A19A',
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
