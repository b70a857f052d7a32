/** Names and texts of any length: nothing of them is lost, they have one place each, and no step costs more for a part of a longer one. */
import { describe, expect, it } from '@jest/globals';
import { composeChapter, composeDocument, DEFAULT_WORDS } from '../../src/document/compose.js';
import type { Section } from '../../src/document/types.js';
import { layoutBlocks } from '../../src/render/pdf/blocks/block.js';
import { topTag } from '../../src/render/pdf/flow.js';
import type { Measurer } from '../../src/render/pdf/measure.js';
import { paginate } from '../../src/render/pdf/paginate.js';
import { renderReport } from '../../src/render/render-report.js';
import type { Report } from '../../src/report/types.js';
import { ruler, testContext } from '../render/pdf/ruler.js';
import { documentText } from '../support/document-text.js';
import { fixtureNames, reportFrom, reportOf } from '../support/fixtures.js';
import { htmlText } from '../support/html-text.js';
import { squeezed } from '../support/leaves.js';

/** Words, no two alike, that say whose they are. */
function words(of: string, length: number): string {
  let text = '';
  for (let n = 0; text.length < length; n++) text += `${of}${n} `;
  return text.slice(0, length).trimEnd();
}

const PLACES = [
  'title',
  'description',
  'tag',
  'status',
  'platform',
  'name',
  'ended',
  'error',
  'provider',
  'key',
  'control',
];

/** A journal with a text of this length wherever a journal has texts. */
function journalOf(length: number, of = (place: string): string => words(place, length)): unknown {
  return {
    status: of('status'),
    platform: of('platform'),
    start: of('start'),
    experiment: {
      title: of('title'),
      description: of('description'),
      tags: ['short', of('tag')],
      contributions: { [of('contribution')]: 'high' },
      controls: [{ name: of('control'), provider: { type: 'python', module: 'a.b' } }],
      'steady-state-hypothesis': { title: of('hypothesis'), probes: [] },
      method: [],
      [of('key')]: 1,
    },
    run: [
      {
        activity: { type: 'action', name: of('name'), provider: { type: of('provider'), url: of('url') } },
        status: 'failed',
        exception: ['Traceback (most recent call last):\n', `ValueError: ${of('error')}\n`],
      },
      { activity: { type: 'probe', name: of('second') }, status: of('ended'), output: of('output') },
    ],
  };
}

async function textIn(format: 'html' | 'markdown', report: Report): Promise<string> {
  const text = new TextDecoder().decode(await renderReport(report, format, { maxOutput: Infinity }));
  return squeezed(format === 'html' ? htmlText(text) : text);
}

function chapterOf(report: Report): Section {
  const [experiment] = report.experiments;
  if (!experiment) throw new Error('there is no experiment');
  return composeChapter(experiment, report.head, DEFAULT_WORDS);
}

function sectionNamed(section: Section, name: string): Section | undefined {
  return section.blocks.find((block): block is Section => block.kind === 'section' && block.name === name);
}

describe('a long text', () => {
  it.each([1001, 30_000])(
    'of %i characters is whole in HTML and Markdown, wherever a journal has it',
    async (length) => {
      const report = reportFrom(journalOf(length));
      for (const format of ['html', 'markdown'] as const) {
        const found = await textIn(format, report);
        expect(PLACES.filter((place) => !found.includes(squeezed(words(place, length))))).toEqual([]);
      }
    },
  );

  it('stands once: the other places have its beginning', () => {
    const long = words('title', 50_000);
    const text = documentText(composeDocument(reportFrom(journalOf(0, (place) => (place === 'title' ? long : place)))));
    expect(text.split('title4000 ')).toHaveLength(2);
    expect(text.split('title20 ').length).toBeGreaterThan(3);
  });

  it('that begins as another one does is still another one', () => {
    const chapter = chapterOf(reportFrom(journalOf(0, (place) => `${'the same beginning '.repeat(100)}${place}`)));
    const wholes = sectionNamed(chapter, 'long-texts')?.blocks.length ?? 0;
    expect(wholes).toBeGreaterThan(8);
  });

  it('is one from 1,001 characters on: names up to there stay as they are', () => {
    expect(sectionNamed(chapterOf(reportFrom(journalOf(1000))), 'long-texts')).toBeUndefined();
    expect(documentText(composeDocument(reportFrom(journalOf(1000)))).includes(words('title', 1000))).toBe(true);
  });

  it.each(fixtureNames())('is in no chapter of %s', (name) => {
    for (const experiment of reportOf(name).experiments)
      expect(
        sectionNamed(composeChapter(experiment, reportOf(name).head, DEFAULT_WORDS), 'long-texts'),
      ).toBeUndefined();
  });
});

/** What is laid out for a text in every place, in characters that were measured, strips, and looks at them. */
function operations(length: number): Readonly<Record<'measured' | 'strips' | 'characters', number>> {
  let measured = 0;
  const measure: Measurer = {
    width: (text, font) => {
      measured += text.length;
      return ruler.width(text, font);
    },
    fit: (text, font, width) => {
      const fits = ruler.fit(text, font, width);
      measured += fits;
      return fits;
    },
  };
  const document = composeDocument(reportFrom(journalOf(length)));
  const strips = layoutBlocks([...document.front.sections, ...document.chapters, ...document.back], {
    ...testContext(topTag()),
    measure,
  });
  const pages = paginate(strips, { left: 51, top: 70, bottom: 780 });
  expect(pages.length).toBeGreaterThan(3);
  return { measured, strips: strips.length, characters: documentText(document).length };
}

describe('the work for texts', () => {
  it('grows as they do, and no faster', () => {
    const small = operations(25_000);
    const large = operations(100_000);
    expect(small.measured).toBeGreaterThan(100_000);
    expect(large.characters / small.characters).toBeGreaterThan(2);
    for (const key of ['measured', 'strips', 'characters'] as const)
      expect(large[key] / small[key]).toBeLessThan(4 * 1.1);
  });

  it('is that of a few pages for texts that one more character would have cut', () => {
    expect(operations(20_000).measured).toBeLessThan(20 * PLACES.length * 20_000);
  });
});
