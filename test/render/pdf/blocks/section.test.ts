import { describe, expect, it } from '@jest/globals';
import type { Table } from '../../../../src/document/types.js';
import { layoutBlocks } from '../../../../src/render/pdf/blocks/block.js';
import { topTag, type Strip, type Tag } from '../../../../src/render/pdf/flow.js';
import { testContext, textsOf } from '../ruler.js';
import { CHAPTER, paragraph, section, words } from '../sample.js';

const layout = (...blocks: Parameters<typeof layoutBlocks>[0]): readonly Strip[] => layoutBlocks(blocks, testContext());

describe('layoutSection', () => {
  it('hangs a short head in front of its paragraph, on one baseline', () => {
    const [first] = layout(section('definition', 'd', 'Definition', [paragraph('It was made of one action.')]));
    const texts = first?.items.filter((item) => item.kind === 'text') ?? [];
    expect(texts.map((item) => item.x)).toEqual([0, 120]);
    expect(texts[0]?.y).toBeCloseTo(texts[1]?.y ?? 0);
  });

  it('gives a head that is too long lines of its own, and keeps it with what follows', () => {
    const strips = layout(
      section('definition', 'd', 'A definition with a head that is far too long', [paragraph('Words.')]),
    );
    expect(strips.map((strip) => textsOf(strip.items))).toEqual([
      ['A definition with a head that is far too long'],
      ['Words.'],
    ]);
    expect(strips[0]?.keep).toBe(true);
  });

  it('goes on beside a head of two lines, and under it with what is set below both', () => {
    const beside = layout(
      section('metric', 'm', 'memory of containers', [paragraph('It rose.'), paragraph('And fell.')]),
    );
    expect(beside.map((strip) => textsOf(strip.items))).toEqual([
      ['memory of ', 'containers', 'It rose.'],
      ['And fell.'],
    ]);
    // As far below the first paragraph as one paragraph is below another.
    const apart = layout(section('metric', 'm', 'memory', [paragraph('It rose.'), paragraph('And fell.')]));
    const bottom = (strips: readonly Strip[]): number =>
      strips.slice(1).reduce((y, strip) => y + strip.space + strip.height, strips[0]?.height ?? 0);
    expect(bottom(beside)).toBeCloseTo(bottom(apart));
    expect(bottom(beside)).toBeGreaterThanOrEqual(beside[0]?.height ?? Infinity);
  });

  it('keeps a head with two lines of what follows', () => {
    const keeps = (...paragraphs: readonly string[]): boolean | undefined =>
      layout(
        section(
          'metric',
          'm',
          'memory',
          paragraphs.map((text) => paragraph(text)),
        ),
      )[0]?.keep;
    expect(keeps('It rose.', 'And fell.')).toBe(true);
    expect(keeps('It rose.')).not.toBe(true);
  });

  it('keeps statistics with the note above them and the head above that', () => {
    const statistics: Table = {
      kind: 'table',
      role: 'statistics',
      label: 'Statistics',
      columns: [{ key: 'when', label: 'When', align: 'start', width: 1 }],
      rows: [{ cells: [words('before')] }, { cells: [words('during')] }],
    };
    const strips = layout(
      section('metric', 'm', 'memory', [
        paragraph('It rose.'),
        { kind: 'paragraph', role: 'note', content: words('From a probe.') },
        statistics,
      ]),
    );
    expect(strips.slice(0, -1).every(({ keep }) => keep === true)).toBe(true);
  });

  it('gives the tables before and after the run columns of the same widths', () => {
    const state = (observed: string): Table => ({
      kind: 'table',
      role: 'steady-state',
      label: 'Probes',
      columns: ['Probe', 'Tolerance', 'Observed', 'Verified'].map((label) => {
        return { key: label, label, align: 'start', width: 1 };
      }),
      rows: [{ cells: [words('a probe'), words('is one of many'), words(observed), words('True')] }],
    });
    const hypothesis = section('steady-state-hypothesis', 'h', 'Hypothesis', [
      section('before-run', 'b', 'Before Run', [paragraph('It was verified.'), state('long '.repeat(40))]),
      section('after-run', 'a', 'After Run', [paragraph('It was not.'), state('503')]),
    ]);
    const strips = layout(section('definition', 'd', 'Definition', [hypothesis]));
    const places = strips.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'text' && item.text === 'Observed' ? [item.x] : [])),
    );
    expect(places).toHaveLength(2);
    expect(places[0]).toBe(places[1]);
  });

  it('gives the tables of a history columns of the same widths', () => {
    const runs = (title: string, file: string) =>
      section('series', title, title, [
        paragraph('It held in both runs.'),
        {
          kind: 'table',
          role: 'runs',
          label: title,
          columns: ['Started', 'Verdict', 'Journal'].map((label) => ({ key: label, label, align: 'start', width: 1 })),
          rows: [{ cells: [words('7 Sep 2019 11:47:09'), words('held'), words(file)] }],
        },
      ]);
    const history = section('runs', 'runs', 'History', [
      paragraph('2 experiments were run more than once.'),
      runs('One', 'a.json'),
      runs('Other', `${'of-a-long-name-'.repeat(9)}.json`),
    ]);
    const places = layout(history).flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'text' && item.text === 'Journal' ? [item.x] : [])),
    );
    expect(places).toHaveLength(2);
    expect(places[0]).toBe(places[1]);
  });

  it('keeps a head with two lines of a long paragraph', () => {
    const strips = layout(section('activity', 'a', 'Action - break', [paragraph('word '.repeat(200))]));
    expect(strips.slice(0, 3).map((strip) => strip.keep)).toEqual([true, true, false]);
    expect(strips.at(-2)?.keep).toBe(true);
  });

  it('starts a page with an experiment: title, trace and labels stay together', () => {
    const strips = layout(CHAPTER);
    expect(strips[0]).toMatchObject({ startsPage: 'always', anchors: ['e1'], running: { status: 'deviated' } });
    expect(textsOf(strips[0]?.items ?? [])).toEqual(['Experiment 1 of 1']);
    const labels = strips.findIndex((strip) => textsOf(strip.items).includes('Before Run verified'));
    expect(strips.slice(0, labels).every((strip) => strip.keep === true)).toBe(true);
  });

  it('makes headings without a skip', () => {
    const top = topTag();
    layoutBlocks([CHAPTER], testContext(top));
    const levels: number[] = [];
    const collect = (tag: Tag): void => {
      if (/^H\d$/.test(tag.role)) levels.push(Number(tag.role.slice(1)));
      tag.children.forEach(collect);
    };
    collect(top);
    expect(levels[0]).toBe(2);
    for (const [index, level] of levels.entries())
      if (index > 0) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('sets the kind of an activity in regular and its name in semibold', () => {
    const title = [...words('Action - '), { kind: 'strong' as const, children: words('break') }];
    const [first] = layout({ ...section('activity', 'a', '', []), title });
    expect(first?.items.flatMap((item) => (item.kind === 'text' ? [item.font.face] : []))).toEqual([
      'sans',
      'sans-strong',
    ]);
  });
});
