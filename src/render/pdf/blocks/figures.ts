/** Many names with their numbers: as many pairs abreast as there is room for, one line after the other across the page. */
import type { Facts } from '../../../document/types.js';
import type { Context } from '../context.js';
import { addTag, type Strip } from '../flow.js';
import { spansOf, wordsOf } from '../spans.js';
import { CELL, TYPE, type TextStyle } from '../theme.js';
import { rowStrips } from './cells.js';
import { keepsNext } from './text.js';

/** Between a name and its numbers, and between two pairs. */
const NEAR = 8;
const APART = 18;
/** A longer name is broken. */
const WIDEST_NAME = 160;

export function layoutFigures({ rows }: Facts, context: Context): readonly Strip[] {
  const { measure, geometry } = context;
  const widest = (which: 'label' | 'value', font: TextStyle): number =>
    rows.reduce((most, row) => Math.max(most, measure.width(wordsOf(row[which]), font)), 0) + 1;
  const name = Math.min(widest('label', TYPE.factLabel), WIDEST_NAME);
  const value = Math.min(widest('value', TYPE.table), geometry.textWidth - name - NEAR);
  const abreast = Math.max(1, Math.floor((geometry.textWidth + APART) / (name + NEAR + value + APART)));
  const step = (geometry.textWidth + APART) / abreast;
  const list = addTag(context.tag, 'L');
  const strips: Strip[] = [];
  for (let from = 0; from < rows.length; from += abreast) {
    const cells = rows.slice(from, from + abreast).flatMap((row, index) => {
      const item = addTag(list, 'LI');
      const x = index * step;
      return [
        {
          spans: spansOf(row.label, TYPE.factLabel),
          style: TYPE.factLabel,
          x,
          width: name,
          tag: addTag(item, 'Lbl'),
        },
        {
          spans: spansOf(row.value, TYPE.table),
          style: TYPE.table,
          x: x + name + NEAR,
          width: value,
          tag: addTag(item, 'LBody'),
        },
      ];
    });
    strips.push(...rowStrips(cells, { top: 0, bottom: CELL.dense / 2 }, context));
  }
  return strips.map((strip, index) => (keepsNext(index, strips.length) ? { ...strip, keep: true } : strip));
}
