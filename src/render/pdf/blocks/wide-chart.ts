/**
 * A chart over the whole width, its labels at axis A and its plot from axis B: one drawing, kept whole; bars that take more than a
 * third of a page are strips of their own, below their key, which stands again on each page.
 */
import { drawContributions } from '../../../chart/contributions.js';
import { drawHistory } from '../../../chart/history.js';
import type { Drawing } from '../../../chart/marks.js';
import { drawSeries } from '../../../chart/series.js';
import { drawTimeline } from '../../../chart/timeline.js';
import type { Chart, ContributionsChart, LevelLineChart } from '../../../document/types.js';
import type { Context } from '../context.js';
import { addTag, withFirst, withoutTags, type Strip } from '../flow.js';
import { keepsNext } from './text.js';

const SPACE = 13;
/** A chart of bars that takes more of a page than this is not kept whole. */
const WHOLE = 1 / 3;
/** Room below the last bar, where the key stands above. */
const BELOW = 6;

export function layoutWideChart(chart: Chart, data: WideChart, context: Context): readonly Strip[] {
  const drawing = draw(data, context);
  const { top, bottom } = context.geometry;
  const figure = addTag(context.tag, 'Figure', { alternative: chart.alternative });
  const strip = (part: Drawing): Strip => ({
    height: part.height,
    space: 0,
    items: [{ kind: 'drawing', x: 0, y: 0, drawing: part, tag: figure }],
  });
  const strips =
    data.kind === 'contributions' && drawing.height > (bottom - top) * WHOLE
      ? barStrips(data, strip, context)
      : [strip(drawing)];
  return withFirst(strips, { space: SPACE, ...(chart.id === undefined ? {} : { anchors: [chart.id] }) });
}

/** The key, then a strip a bar. */
function barStrips({ data }: ContributionsChart, strip: (part: Drawing) => Strip, context: Context): readonly Strip[] {
  const key = strip(draw({ kind: 'contributions', data: { ...data, rows: [] } }, context));
  const repeat = withoutTags([key]);
  const bars = data.rows.map((row, index): Strip => {
    const bar = draw({ kind: 'contributions', data: { ...data, rows: [row], levels: [] } }, context);
    const last = index === data.rows.length - 1;
    return {
      ...strip(bar),
      height: bar.height + (last ? BELOW : 0),
      repeat,
      keep: keepsNext(index, data.rows.length),
    };
  });
  return [{ ...key, keep: true }, ...bars];
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
