import { describe, expect, it } from '@jest/globals';
import { renderReport } from '../../../src/render/render-report.js';
import { fixtureNames, reportOf } from '../../support/fixtures.js';
import { htmlText } from '../../support/html-text.js';
import { isIn, needlesOf, squeezed } from '../../support/leaves.js';
import { CHAPTERS, SAMPLE } from './sample.js';
import { HOSTILE } from './sample-parts.js';
import { writePage } from './write.js';

/** What the storage format has, of what we use. Source: Atlassian, "Confluence Storage Format". */
const ELEMENTS = new Set(
  `h1 h2 h3 h4 h5 h6 p br strong em code blockquote ul ol li table tbody tr th td a
  ac:structured-macro ac:parameter ac:rich-text-body ac:plain-text-body ac:link ac:link-body`.split(/\s+/),
);
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  ol: ['start'],
  'ac:structured-macro': ['ac:name', 'ac:schema-version'],
  'ac:parameter': ['ac:name'],
  'ac:link': ['ac:anchor'],
};
const MACROS = new Set(['status', 'expand', 'code', 'toc', 'anchor']);
/** What may stand where lines of text stand: no block can be inside these. */
const INLINE_ONLY = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'em', 'code', 'a', 'ac:link-body']);
const BLOCKS = /^(?:p|h[1-6]|table|ul|ol|blockquote|ac:rich-text-body|ac:plain-text-body)$/;

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parents: readonly string[];
}

/** Reads XML as strictly as a parser does that knows five entities: throws at the first mistake. */
function elementsOf(xml: string): readonly Element[] {
  const elements: Element[] = [];
  const open: string[] = [];
  const token = /<!\[CDATA\[[\s\S]*?\]\]>|<\/([\w:-]+)>|<([\w:-]+)((?:\s[\w:-]+="[^"<]*")*)(\/?)>|[^<]+|</g;
  for (const [whole, closed, name, attributes = '', empty] of xml.matchAll(token)) {
    if (whole === '<') throw new Error(`a lone < after ${open.join(' ')}`);
    if (closed !== undefined) {
      if (open.pop() !== closed) throw new Error(`${closed} closes something else`);
    } else if (name !== undefined) {
      const pairs = [...attributes.matchAll(/\s([\w:-]+)="([^"]*)"/g)].map(
        ([, key = '', value = '']) => [key, value] as const,
      );
      elements.push({ name, attributes: new Map(pairs), parents: [...open] });
      if (empty === '') open.push(name);
    }
    if (!whole.startsWith('<![CDATA[') && /&(?!(?:amp|lt|gt|quot|#\d+);)/.test(whole))
      throw new Error(`entity in ${whole}`);
  }
  if (open.length > 0) throw new Error(`${open.join(' ')} not closed`);
  return elements;
}

function check(xml: string): void {
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  expect(elementsOf(xml).flatMap(mistakesOf)).toEqual([]);
}

function mistakesOf({ name, attributes, parents }: Element): readonly string[] {
  const mistakes = [...attributes.keys()].flatMap((key) =>
    ATTRIBUTES[name]?.includes(key) === true ? [] : [`${key} of ${name}`],
  );
  if (!ELEMENTS.has(name)) mistakes.push(name);
  const macro = attributes.get('ac:name') ?? '';
  if (name === 'ac:structured-macro' && !MACROS.has(macro)) mistakes.push(`the macro ${macro}`);
  const address = attributes.get('href') ?? '';
  if (name === 'a' && !/^(?:https?:\/\/|mailto:)/.test(address)) mistakes.push(`a link to ${address}`);
  const around = parents[parents.lastIndexOf('ac:structured-macro') - 1] ?? parents.at(-1) ?? '';
  if (BLOCKS.test(name) && !name.startsWith('ac:') && INLINE_ONLY.has(around)) mistakes.push(`${name} in ${around}`);
  return mistakes;
}

/** What a reader gets: text, bodies of code as they are. */
function shown(xml: string): string {
  return xml
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : htmlText(part)))
    .join('');
}

async function write(...names: readonly string[]): Promise<string> {
  return new TextDecoder().decode(await renderReport(reportOf(...names), 'html', { profile: 'confluence' }));
}

describe('--profile confluence', () => {
  it.each(fixtureNames())('writes %s in the storage format, and loses nothing of it', async (name) => {
    const xml = await write(name);
    check(xml);
    const haystack = squeezed(shown(xml));
    expect(
      reportOf(name)
        .experiments.flatMap(needlesOf)
        .filter((leaf) => !isIn(haystack, leaf)),
    ).toEqual([]);
  });

  it('takes hostile text for text, in macros too', async () => {
    const xml = await writePage(SAMPLE, CHAPTERS, { profile: 'confluence' });
    check(xml);
    const text = shown(xml);
    for (const hostile of HOSTILE.slice(0, 10)) expect(text).toContain(hostile);
    expect(text).toContain(']]>');
  });

  it('has status, expand, code and contents as macros, and leads links to anchors that are there', async () => {
    const xml = await write('02-deviated', '05-probe-traceback');
    const elements = elementsOf(xml);
    const macros = new Set(elements.map(({ attributes }) => attributes.get('ac:name')));
    for (const name of MACROS) expect(macros).toContain(name);
    const anchors = new Set([...xml.matchAll(/<ac:parameter ac:name="">([^<]*)</g)].map(([, id]) => id));
    const links = elements.flatMap(({ attributes }) => attributes.get('ac:anchor') ?? []);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((id) => !anchors.has(id))).toEqual([]);
  });
});
