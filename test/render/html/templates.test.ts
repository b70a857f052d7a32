import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { TEMPLATE_FILES } from '../../../src/render/html/template-names.js';
import type { TemplateFile } from '../../../src/render/types.js';
import { CHAPTERS, SAMPLE } from './sample.js';
import { HOSTILE } from './sample-parts.js';
import { textOf, writeFixturesAs, writePage } from './write.js';

const PAGE = readFileSync('docs/templates.md', 'utf8');

/** The examples of docs/templates.md, by the folder they are in. */
const EXAMPLES = new Map<string, ReadonlyMap<string, TemplateFile>>(
  [...PAGE.matchAll(/^`looks\/(\w+)\/([\w.]+)`:\n\n```\w+\n([^]*?)```$/gm)].map(
    ([, folder = '', name = '', text = '']) => [folder, new Map([[name, { file: `looks/${folder}/${name}`, text }]])],
  ),
);

const write = (templates: ReadonlyMap<string, TemplateFile>): Promise<string> =>
  writePage(SAMPLE, CHAPTERS, { templates });
const withTemplate = (name: string, text: string): Promise<string> =>
  write(new Map([[name, { file: `mine/${name}`, text }]]));

describe('the examples of docs/templates.md', () => {
  it('are three', () => {
    expect([...EXAMPLES.keys()]).toEqual(['page', 'tracker', 'plain']);
  });

  it('make a page with a head of its own, and all that is in the report', async () => {
    const page = await write(EXAMPLES.get('page') ?? new Map());
    expect(page).toContain('<title>Chaos Engineering Report · Example Ltd</title>');
    expect(page).toContain('<p>1 of 0 held, written by chaos-report 0.1.0.</p>');
    expect(page).not.toContain('<script');
    for (const id of ['e1', 'e4', 'appendix']) expect(page).toContain(`id="${id}"`);
    for (const hostile of HOSTILE.slice(0, 10)) expect(textOf(page)).toContain(hostile);
  });

  it('lead from findings and verdicts to a tracker', async () => {
    const page = await writeFixturesAs({ templates: EXAMPLES.get('tracker') ?? new Map() }, new Map(), '02-deviated');
    expect(page).toMatch(/<a href="https:\/\/tracker\.example\/new\?run=[0-9a-f]{64}">open a ticket<\/a>/);
    // Page 1 is outside of any experiment.
    expect(page.indexOf('open a ticket')).toBeGreaterThan(page.indexOf('<article'));
  });

  it('put a style sheet in the place of ours, and let it through the policy', async () => {
    const page = await write(EXAMPLES.get('plain') ?? new Map());
    expect(page).toContain('max-width: 60rem;\n  margin: 2rem auto;');
    expect(page).not.toContain('.callout{');
    const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '';
    expect(page.replaceAll('&#x3D;', '=')).toContain(createHash('sha256').update(style).digest('base64'));
  });
});

describe('templates of one’s own', () => {
  it('are ours where there are none, to the byte', async () => {
    const ours = new Map(
      TEMPLATE_FILES.filter((name) => name.endsWith('.hbs')).map((name) => [
        name,
        { file: name, text: readFileSync(`templates/${name}`, 'utf8') },
      ]),
    );
    expect(await write(ours)).toBe(await write(new Map()));
  });

  it.each([
    ['callout.hbs', '<p>\n{{upper word}}\n</p>', { file: 'mine/callout.hbs', line: 2 }, 'no helper upper'],
    ['callout.hbs', '<p>\n\n{{#if id}}\n</p>', { file: 'mine/callout.hbs', line: 4 }, 'This is not a template'],
    ['quote.hbs', 'a\nb {{blocks 7}}', { file: 'mine/quote.hbs', line: 2 }, '{{blocks}} was given something'],
    ['page.hbs', '<p>{{title}}</p>', { file: 'mine/page.hbs' }, '{{chapters ""}} once'],
  ])('%s of %j is told with its place', async (name, text, place, message) => {
    await expect(withTemplate(name, text)).rejects.toMatchObject({
      code: 'template',
      place,
      message: expect.stringContaining(message) as unknown,
    });
  });

  it('cannot reach what is not data', async () => {
    const page = await withTemplate(
      'callout.hbs',
      '<p>{{constructor.name}}{{@head.constructor.name}}{{__proto__}}</p>',
    );
    expect(page).toContain('<p></p>');
    expect(page).not.toContain('<p>Object');
  });

  it('have a style sheet that cannot end its element', async () => {
    expect(await withTemplate('style.css', '</style><script>alert(1)</script>')).not.toContain('</style><script>alert');
  });
});
