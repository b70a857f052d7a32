/** A chart over the whole width, its labels at axis A and its plot from axis B: one drawing, kept whole. */
import { drawContributions } from '../../../chart/contributions.js';
import { drawHistory } from '../../../chart/history.js';
import type { Drawing } from '../../../chart/marks.js';
import { drawSeries } from '../../../chart/series.js';
import { drawTimeline } from '../../../chart/timeline.js';
import type { Chart, LevelLineChart } from '../../../document/types.js';
import type { Context } from '../context.js';
import { addTag, type Strip } from '../flow.js';

const SPACE = 13;

export function layoutWideChart(chart: Chart, data: WideChart, context: Context): readonly Strip[] {
  const drawing = draw(data, context);
  const figure = addTag(context.tag, 'Figure', { alternative: chart.alternative });
  return [
    {
      height: drawing.height,
      space: SPACE,
      items: [{ kind: 'drawing', x: 0, y: 0, drawing, tag: figure }],
      ...(chart.id === undefined ? {} : { anchors: [chart.id] }),
    },
  ];
}

type WideChart = Exclude<Chart['chart'], LevelLineChart>;

function draw(data: WideChart, { geometry, measure }: Context): Drawing {
  const size = {
    width: geometry.textWidth,
    margin: geometry.axisB,
    measure: (text: string, points: number) => measure.width(text, { face: 'sans', size: points }),
  };
  switch (data.kind) {
    case 'timeline':
      return drawTimeline(data.data, size);
    case 'contributions':
      return drawContributions(data.data, size);
    case 'history':
      return drawHistory(data.data, size);
    case 'series':
      return drawSeries(data.data, size);
  }
}
