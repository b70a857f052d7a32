/** A chart → its drawing as SVG, and what stands under it in words. */
import { drawLevelLine } from '../../chart/level-line.js';
import type { Chart } from '../../document/types.js';
import type { Frame } from './frame.js';
import { inlines } from './inline.js';
import { svg } from './svg.js';

/** The box that the line is drawn in before it is stretched to the page's width. */
const TITLE_LINE = { width: 640, height: 21 } as const;

/** What `chart.hbs` is given beside the chart's own fields. */
export function chartView(chart: Chart, frame: Frame): object {
  const { level, before, during, after } = chart.chart;
  return {
    id: chart.id,
    kind: chart.chart.kind,
    drawing: svg(drawLevelLine(level, 'title', TITLE_LINE.width, TITLE_LINE.height), {
      className: 'level-line',
      alternative: chart.alternative,
      stretch: true,
    }),
    parts: [before, during, after].map((part) => inlines(part, frame)),
  };
}
