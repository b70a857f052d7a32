/** A chart: a wide one, or the level line under a title with its three labels below. */
import { drawLevelLine } from '../../../chart/level-line.js';
import type { Chart, Inline, LevelLineChart } from '../../../document/types.js';
import type { Context } from '../context.js';
import { addTag, type Item, type Strip } from '../flow.js';
import { breakLines } from '../lines.js';
import { baseline, lineItems } from '../place.js';
import { spansOf } from '../spans.js';
import { TYPE } from '../theme.js';
import { layoutWideChart } from './wide-chart.js';

const HEIGHT = 26;
/** Where the parts of the run begin, in the width of the line; the last one ends it. */
const PARTS = [0, 0.25, 0.75, 1] as const;
const LABEL_GAP = 8;

export function layoutChart(chart: Chart, context: Context): readonly Strip[] {
  switch (chart.chart.kind) {
    case 'level-line':
      return layoutLevelLine(chart, chart.chart, context);
    case 'history':
    case 'timeline':
    case 'series':
    case 'contributions':
      return layoutWideChart(chart, chart.chart, context);
  }
}

function layoutLevelLine(
  chart: Chart,
  { level, before, during, after }: LevelLineChart,
  context: Context,
): readonly Strip[] {
  const width = context.geometry.textWidth;
  const figure = addTag(context.tag, 'Figure', { alternative: chart.alternative });
  const drawing = drawLevelLine(level, 'title', width, HEIGHT);
  const line: Strip = {
    height: HEIGHT + 3,
    space: 0,
    items: [{ kind: 'drawing', x: 0, y: 0, drawing, tag: figure }],
    keep: true,
    ...(chart.id === undefined ? {} : { anchors: [chart.id] }),
  };
  const style = TYPE.caption;
  const items: Item[] = [];
  let height: number = style.leading;
  const labels: readonly (readonly Inline[])[] = [before, during, after];
  for (const [index, label] of labels.entries()) {
    if (label.length === 0) continue;
    const x = width * (PARTS[index] ?? 0);
    const room = width * (PARTS[index + 1] ?? 1) - x - LABEL_GAP;
    const tag = addTag(context.tag, 'P');
    for (const [i, row] of breakLines(spansOf(label, style), room, style.leading, context.measure).entries()) {
      items.push(
        ...lineItems(
          row,
          baseline(style) + i * style.leading,
          { x, width: room, tag, measure: context.measure },
          new Map(),
        ),
      );
      height = Math.max(height, (i + 1) * style.leading);
    }
  }
  return [line, { height, space: 0, items }];
}
