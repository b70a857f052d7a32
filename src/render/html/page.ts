/** What is known when a report is opened → the page around its experiments: what comes before them and what comes after. */
import style from '../../../templates/style.css';
import script from '../../../templates/script.js';
import { CONTENTS_TITLE } from '../../document/page-words.js';
import type { Opening } from '../types.js';
import { CHAPTERS, render, renderContents } from './blocks.js';
import type { Frame } from './frame.js';
import { inlines } from './inline.js';
import { securityPolicy } from './policy.js';
import { markSymbols } from './status.js';
import { themeCss } from './style.js';

/** A page in two parts. */
export interface Page {
  readonly before: string;
  readonly after: string;
}

/** Renders `page.hbs` and cuts it where the experiments go. */
export function renderPage(opening: Opening, frame: Frame): Page {
  const { head, front, back } = opening;
  const css = `${themeCss()}\n${style}`;
  const view = {
    head,
    front,
    back,
    title: front.title,
    language: front.language,
    contentsTitle: CONTENTS_TITLE,
    description: front.subject,
    keywords: front.keywords.join(', '),
    generator: `${head.generator.name} ${head.generator.version}`,
    date: inlines([front.date], frame),
    policy: securityPolicy(css, script),
    style: css,
    script,
    marks: markSymbols(frame),
    contents: renderContents(front.contents, frame),
  };
  const [before, after, ...more] = render('page', view, frame).split(CHAPTERS);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new TypeError('page.hbs must have {{chapters}} once');
  }
  return { before, after };
}
