import { describe, expect, it } from '@jest/globals';
import type { Section } from '../../../src/document/types.js';
import { renderBlocks } from '../../../src/render/html/blocks.js';
import { TOP } from './frame.js';
import { paragraph, section, status, text } from './sample-parts.js';

const html = (of: Section): string => renderBlocks([of], TOP).replace(/\n/g, '');

describe('a section', () => {
  it('sets its heading beside the paragraph that follows it', () => {
    expect(html(section('definition', 'd', 'Definition', paragraph(text('It was.'))))).toBe(
      '<section class="definition rank-1" id="d"><div class="hanging"><h2>Definition</h2><div><p>It was.</p></div></div></section>',
    );
  });

  it('stands on its own line before anything else, and where somebody has named it', () => {
    expect(html(section('output', 'o', 'A long name', paragraph(text('It was.'))))).toContain(
      '<h2>A long name</h2><p>It was.</p>',
    );
    const long = 'Exploring assumptions of a dependency is slow';
    expect(html(section('series', 's', long, paragraph(text('It held.'))))).toContain('hanging');
    expect(html(section('series', 's', `${long}.`, paragraph(text('It held.'))))).not.toContain('hanging');
    expect(html(section('method', 'm', 'Method', { kind: 'quote', blocks: [] }))).toContain(
      '<h2>Method</h2><blockquote>',
    );
  });

  it('goes a level deeper with each section in it, and no deeper than HTML does', () => {
    const deep = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].reduceRight(
      (inner, id) => section('method', id, id, ...(inner ? [inner] : [])),
      section('method', 'h', 'h'),
    );
    expect([...html(deep).matchAll(/<h(\d)>/g)].map(([, level]) => level).join('')).toBe('23456666');
  });

  it('is an article with its verdict where it is an experiment', () => {
    expect(html({ ...section('experiment', 'e1', 'Title'), over: 'Experiment 1 of 1', status: status('held') })).toBe(
      '<article class="experiment rank-0" id="e1" data-verdict="held"><p class="over">Experiment 1 of 1</p><h2>Title</h2></article>',
    );
  });

  it('folds, with mark, heading and a few words', () => {
    const page = html({
      ...section('activity', 'a', 'Probe'),
      status: status('failed'),
      aside: '1 second',
      fold: 'open',
    });
    expect(page).toMatch(
      /^<details class="fold activity rank-1" id="a" open><summary><span class="mark-and-word">.*failed<\/span><\/span><h2>Probe<\/h2><span class="aside">1 second<\/span><\/summary>/,
    );
    expect(html({ ...section('activity', 'a', 'Probe'), fold: 'closed' })).toContain('id="a"><summary><h2>');
  });
});
