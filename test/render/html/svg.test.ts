import { describe, expect, it } from '@jest/globals';
import type { ChartMark } from '../../../src/chart/marks.js';
import { svg } from '../../../src/render/html/svg.js';

const draw = (marks: readonly ChartMark[], stretch = false): string =>
  svg({ width: 10, height: 6, marks }, { className: 'c', alternative: 'a "b"', stretch });

describe('a drawing', () => {
  it('is sized in pixels and named', () => {
    expect(draw([])).toBe(
      '<svg class="c" viewBox="0 0 10 6" width="13.33" height="8" role="img" aria-label="a &quot;b&quot;"></svg>',
    );
  });

  it('is hidden from those who do not see it where words beside it say the same', () => {
    expect(svg({ width: 1, height: 1, marks: [] }, { className: 'c', alternative: '' })).toContain(
      'aria-hidden="true"',
    );
  });

  it('joins rules of one stroke to one path', () => {
    const rule = (x: number): ChartMark => ({ kind: 'rule', x1: x, y1: 0, x2: x, y2: 5, stroke: 'bad', width: 0.8 });
    expect(draw([rule(1), rule(2), { ...rule(3), stroke: 'faultEdge', dash: [1, 2] } as ChartMark])).toContain(
      '<path d="M1 0V5M2 0V5" class="stroke-bad" stroke-width="0.8"/><path d="M3 0V5" class="stroke-fault-edge" stroke-width="0.8" stroke-dasharray="1 2"/>',
    );
  });

  it('keeps the width of strokes when it is stretched', () => {
    const page = draw([{ kind: 'rule', x1: 0, y1: 0, x2: 4, y2: 3, stroke: 'ink', width: 3 }], true);
    expect(page).toContain('preserveAspectRatio="none"');
    expect(page).toContain(
      '<path d="M0 0L4 3" class="stroke-ink" stroke-width="4" vector-effect="non-scaling-stroke"/>',
    );
  });

  it('draws a hatching as one path of its lines', () => {
    expect(
      draw([{ kind: 'hatch', x: 2, y: 1, width: 5, height: 4, step: 3, stroke: 'hatch', strokeWidth: 0.5 }]),
    ).toContain('<path d="M2 4L5 1M4 5L7 2" class="stroke-hatch" fill="none" stroke-width="0.5"/>');
  });

  it('draws rectangles, paths and text', () => {
    expect(draw([{ kind: 'rectangle', x: 1, y: 2, width: 3, height: 4, fill: 'fault' }])).toContain(
      '<rect x="1" y="2" width="3" height="4" class="fill-fault"/>',
    );
    expect(draw([{ kind: 'path', d: 'M0 0Z', x: 1, scale: 0.5, stroke: 'ink' }])).toContain(
      '<path d="M0 0Z" transform="translate(1 0) scale(0.5)" fill-rule="evenodd" class="stroke-ink" fill="none" stroke-width="1"/>',
    );
    expect(
      draw([{ kind: 'text', x: 1, y: 2, text: '<a>', size: 8, fill: 'ink2', anchor: 'end', strong: true }]),
    ).toContain(
      '<text x="1" y="2" font-size="8" class="fill-ink2" text-anchor="end" font-weight="600">&lt;a&gt;</text>',
    );
  });
});
