/** A chart over the whole width, its labels at axis A and its plot from axis B: one drawing, kept whole. */
import { drawContributions } from '../../../chart/contributions.js';
import type { Drawing } from '../../../chart/marks.js';
import { drawTimeline } from '../../../chart/timeline.js';
import type { Chart, ContributionsChart, TimelineChart } from '../../../document/types.js';
import type { Context } from '../context.js';
import { addTag, type Strip } from '../flow.js';

const SPACE = 13;

export function layoutWideChart(
  chart: Chart,
  data: TimelineChart | ContributionsChart,
  context: Context,
): readonly Strip[] {
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

function draw(data: TimelineChart | ContributionsChart, { geometry, measure }: Context): Drawing {
  const size = {
    width: geometry.textWidth,
    margin: geometry.axisB,
    measure: (text: string, points: number) => measure.width(text, { face: 'sans', size: points }),
  };
  return data.kind === 'timeline' ? drawTimeline(data.data, size) : drawContributions(data.data, size);
}
