/** A chart → its drawing as SVG, and what stands under it in words. */
import { drawContributions } from '../../chart/contributions.js';
import { drawHistory } from '../../chart/history.js';
import { drawLevelLine } from '../../chart/level-line.js';
import type { ChartMark, Drawing } from '../../chart/marks.js';
import { estimatedWidth } from '../../chart/text-width.js';
import { drawSeries } from '../../chart/series.js';
import { drawTimeline } from '../../chart/timeline.js';
import { drawTimelineSwatch } from '../../chart/timeline-key.js';
import type { Chart, LevelLineChart } from '../../document/types.js';
import type { Frame } from './frame.js';
import { inlines } from './inline.js';
import { svg } from './svg.js';

/** The box that the line is drawn in before it is stretched to the page's width. */
const TITLE_LINE = { width: 640, height: 21 } as const;

/** The width wide charts are drawn at, and their margin: axis A to axis B in the width of the page. */
const WIDE = { width: 640, margin: 120, measure: estimatedWidth } as const;

/** Where a wide chart is cut into names and plot: a mark at the plot's very start hangs over by half. */
const CUT = WIDE.margin - 8;

/** What `chart.hbs` is given beside the chart's own fields. */
export function chartView(chart: Chart, frame: Frame): object {
  const { id, alternative } = chart;
  const data = chart.chart;
  const common = { id, kind: data.kind, alternative };
  switch (data.kind) {
    case 'level-line':
      return {
        ...common,
        drawing: levelLine(data, alternative),
        parts: [data.before, data.during, data.after].map((part) => inlines(part, frame)),
      };
    case 'contributions':
      return { ...common, wide: true, ...wide(drawContributions(data.data, WIDE), frame) };
    case 'history':
      return { ...common, wide: true, ...wide(drawHistory(data.data, WIDE), frame) };
    case 'series':
      return { ...common, wide: true, ...wide(drawSeries(data.data, WIDE), frame, 'left') };
    case 'timeline':
      return {
        ...common,
        wide: true,
        ...wide(drawTimeline({ ...data.data, key: [] }, WIDE), frame),
        // Words in a line that wraps: a drawn key would be scrolled away with the plot.
        key: data.data.key.map(({ shape, label }) => ({
          swatch: svg(drawTimelineSwatch(shape), { className: 'swatch', alternative: '' }),
          label,
        })),
      };
  }
}

/**
 * A wide chart in two parts, for the names to stay when the plot is scrolled; in one where nobody knows whether the style
 * sheet comes along. `cropped`: what may be cut off of the names where it is narrow. What it shows is said by what it stands in.
 */
function wide(
  whole: Drawing,
  { alone }: Frame,
  cropped: 'left' | 'right' = 'right',
): { readonly names: string; readonly drawing: string } {
  if (!alone) return { names: '', drawing: svg(whole, { className: 'whole', alternative: '' }) };
  const { width, height, marks } = whole;
  const names: ChartMark[] = [];
  const plot: ChartMark[] = [];
  for (const mark of marks) {
    if (mark.kind === 'text' && mark.x < CUT) names.push(mark);
    else if (mark.kind === 'rule' && mark.x1 < CUT) {
      names.push({ ...mark, x2: CUT });
      plot.push({ ...mark, x1: CUT });
    } else plot.push(mark);
  }
  return {
    names: svg({ width: CUT, height, marks: names }, { className: 'names', alternative: '', cropped }),
    drawing: svg({ width, height, marks: plot }, { className: 'plot', alternative: '', left: CUT }),
  };
}

function levelLine({ level }: LevelLineChart, alternative: string): string {
  return svg(drawLevelLine(level, 'title', TITLE_LINE.width, TITLE_LINE.height), {
    className: 'level-line',
    alternative,
    stretch: true,
  });
}
