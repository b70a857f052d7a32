import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { HtmlValidate, type ConfigData } from 'html-validate';
import { html } from '../../../src/render/html/index.js';
import { hrefOf } from '../../../src/render/html/frame.js';
import { DEFAULT_SETTINGS } from '../../../src/render/types.js';
import { TOP } from './frame.js';
import { CHAPTERS, SAMPLE } from './sample.js';
import { brokenLinks, writeFolder, writeFolderOf } from './write-folder.js';

const OURS = JSON.parse(readFileSync('.htmlvalidate.json', 'utf8')) as ConfigData;
/** Files beside a page cannot have their integrity checked from `file://`: browsers would not load them. */
const RULES: ConfigData = { ...OURS, rules: { ...OURS.rules, 'require-sri': 'off' } };

/** Runs of every kind. */
const FIXTURES = [
  '01-completed-met',
  '02-deviated',
  '04-gate-probe-failed',
  '06-failed-action',
  '07-aborted-bad-url',
  '12-rollback-fails',
  '13-continuous',
  '18-contributions-tags',
  '19-controls',
  '25-unicode',
  '28-no-hypothesis',
  '30-nothing',
];

describe('the address of a place', () => {
  const inE3 = { ...TOP, page: 'e3.html' };

  it('is its id alone where the report is one page', () => {
    expect(hrefOf(TOP, 'e3-method-1')).toBe('#e3-method-1');
    expect(hrefOf({ ...TOP, prefix: 'chaos-report-1-' }, 'e3')).toBe('#chaos-report-1-e3');
  });

  it('is in this page, in another experiment’s, or in the index', () => {
    expect(hrefOf(inE3, 'e3-method-1')).toBe('#e3-method-1');
    expect(hrefOf(inE3, 'e3')).toBe('#e3');
    expect(hrefOf(inE3, 'e31-method-1')).toBe('e31.html#e31-method-1');
    expect(hrefOf(inE3, 'e31')).toBe('e31.html');
    expect(hrefOf(inE3, 'appendix')).toBe('index.html#appendix');
    expect(hrefOf(inE3, 'e3x')).toBe('index.html#e3x');
    expect(hrefOf({ ...TOP, page: 'index.html' }, 'experiments')).toBe('#experiments');
  });
});

describe('a folder', () => {
  it('has an index without experiments, a page an experiment, and the assets once', async () => {
    const files = await writeFolder(SAMPLE, CHAPTERS);
    expect([...files.keys()].sort()).toEqual([
      'e1.html',
      'e2.html',
      'e3.html',
      'e4.html',
      'index.html',
      'report.css',
      'report.js',
    ]);
    expect(files.get('index.html')).not.toContain('<article');
    expect(files.get('index.html')).toContain('id="appendix"');
    for (const id of ['e1', 'e2', 'e3', 'e4']) {
      const page = files.get(`${id}.html`) ?? '';
      expect(page.match(/<article/g)).toHaveLength(1);
      expect(page).toContain(`id="${id}" data-verdict`);
      expect(page).toContain('<link rel="stylesheet" href="report.css">');
      expect(page).toContain('style-src &#x27;self&#x27;; script-src &#x27;self&#x27;');
      expect(page).not.toMatch(/<style|<script(?! src="report\.js")/);
    }
  });

  it('leads from the contents of its index to the table of all experiments', async () => {
    const index = (await writeFolderOf(...FIXTURES)).get('index.html') ?? '';
    expect(index).toMatch(/<a href="#experiments">Experiments<\/a>/);
    expect(index).toMatch(/<table class="matrix[^"]*" id="experiments">/);
  });

  it('leads from every experiment to the index, the one before and the one after', async () => {
    const files = await writeFolderOf(...FIXTURES);
    const index = files.get('index.html') ?? '';
    for (let i = 1; i <= FIXTURES.length; i++) {
      const page = files.get(`e${i}.html`) ?? '';
      const { 1: links = '' } = /<nav class="steps"[^>]*>([^]*?)<\/nav>/.exec(page) ?? [];
      expect([...links.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)).toEqual([
        ...(i > 1 ? [`e${i - 1}.html`] : []),
        'index.html#report',
        ...(i < FIXTURES.length ? [`e${i + 1}.html`] : []),
      ]);
      expect(index).toContain(`href="e${i}.html"`);
    }
  });

  it('has no link that leads nowhere', async () => {
    const folders = [await writeFolderOf(...FIXTURES), await writeFolderOf('02-deviated')];
    for (const files of folders) expect(brokenLinks(files)).toEqual([]);
  });

  it('has rows in its index that can be filtered by status and tag', async () => {
    const index = (await writeFolderOf('02-deviated', '18-contributions-tags')).get('index.html') ?? '';
    expect(index).toMatch(/<tbody[^>]* data-verdict="deviated" data-target="e1" data-status="completed"/);
    expect(index).toMatch(/<tbody[^>]* data-target="e2"[^>]* data-tags="[^"]/);
  });

  it('has valid pages', async () => {
    const validator = new HtmlValidate(RULES);
    const problems: string[] = [];
    for (const [name, text] of await writeFolderOf(...FIXTURES)) {
      if (!name.endsWith('.html')) continue;
      const { results } = await validator.validateString(text);
      problems.push(...results.flatMap(({ messages }) => messages.map(({ message }) => `${name}: ${message}`)));
    }
    expect(problems).toEqual([]);
  });

  it('is refused where the sink takes no pages', async () => {
    const opened = html.open(SAMPLE, { ...DEFAULT_SETTINGS, folder: true }, { write: () => undefined });
    await expect(opened).rejects.toMatchObject({ code: 'usage' });
  });
});
