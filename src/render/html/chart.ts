/** A chart → its drawing as SVG, and what stands under it in words. */
import { drawContributions } from '../../chart/contributions.js';
import { drawLevelLine } from '../../chart/level-line.js';
import { estimatedWidth } from '../../chart/text-width.js';
import { drawTimeline } from '../../chart/timeline.js';
import type { Chart, LevelLineChart } from '../../document/types.js';
import type { Frame } from './frame.js';
import { inlines } from './inline.js';
import { svg } from './svg.js';

/** The box that the line is drawn in before it is stretched to the page's width. */
const TITLE_LINE = { width: 640, height: 21 } as const;

/** The width wide charts are drawn at, and their margin: axis A to axis B in the width of the page. */
const WIDE = { width: 640, margin: 120 } as const;

/** What `chart.hbs` is given beside the chart's own fields. */
export function chartView(chart: Chart, frame: Frame): object {
  const { id, alternative } = chart;
  const data = chart.chart;
  switch (data.kind) {
    case 'level-line':
      return {
        id,
        kind: data.kind,
        drawing: levelLine(data, alternative),
        parts: [data.before, data.during, data.after].map((part) => inlines(part, frame)),
      };
    case 'contributions':
      return {
        id,
        kind: data.kind,
        scrolls: true,
        alternative,
        drawing: svg(drawContributions(data.data, { ...WIDE, measure: estimatedWidth }), {
          className: 'drawing',
          alternative,
        }),
      };
    case 'timeline':
      return {
        id,
        kind: data.kind,
        scrolls: true,
        alternative,
        drawing: svg(drawTimeline(data.data, { ...WIDE, measure: estimatedWidth }), {
          className: 'drawing',
          alternative,
        }),
      };
  }
}

function levelLine({ level }: LevelLineChart, alternative: string): string {
  return svg(drawLevelLine(level, 'title', TITLE_LINE.width, TITLE_LINE.height), {
    className: 'level-line',
    alternative,
    stretch: true,
  });
}
