/** A table that is too wide for the page: each row a group of label and value, on a hairline. Nothing is shrunk, nothing is cut. */
import type { Table } from '../../../document/types.js';
import type { Context } from '../context.js';
import { withFirst, type Strip } from '../flow.js';
import { ruleItem } from '../place.js';
import { RULE, SPACE } from '../theme.js';
import { layoutFacts } from './facts.js';

export function layoutRecords(table: Table, context: Context): readonly Strip[] {
  const width = context.geometry.textWidth;
  return table.rows.flatMap((row) => {
    const rows = table.columns.map((column, index) => ({
      label: [{ kind: 'text' as const, text: column.label }],
      value: row.cells[index] ?? [],
    }));
    const strips = layoutFacts({ kind: 'facts', rows }, context);
    const rule: Strip = {
      height: SPACE.tight,
      space: SPACE.tight,
      items: [ruleItem(0, width, RULE.row / 2, RULE.row, 'rule')],
      keep: true,
      ...(row.id === undefined ? {} : { anchors: [row.id] }),
    };
    return withFirst([rule, ...strips], {});
  });
}
