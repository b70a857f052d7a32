/** What is known when a report is opened → what stands around its experiments: what comes before them and what comes after. */
import { CONTENTS_TITLE, logoWords } from '../../document/page-words.js';
import { escapeHiding } from '../../json-escapes.js';
import { recordedSources } from '../../report/recorded-sources.js';
import type { ReportHead } from '../../report/types.js';
import type { Opening, TemplateFile } from '../types.js';
import type { PageAssets } from './assets.js';
import { CHAPTERS, renderContents } from './blocks.js';
import { INDEX, type Frame } from './frame.js';
import { inlines } from './inline.js';
import { securityPolicy } from './policy.js';
import { markSymbols } from './status.js';
import { templateError } from './template-error.js';

/** The user's own, by file name: for messages. */
type TemplateSet = ReadonlyMap<string, TemplateFile>;

/** A page, or a fragment of one, in two parts. */
export interface Page {
  readonly before: string;
  readonly after: string;
}

/** Renders `page.hbs` and cuts it where the experiments go. The window's title is the report's where no other is given. */
export function renderPage(
  opening: Opening,
  assets: PageAssets,
  templates: TemplateSet,
  frame: Frame,
  windowTitle = opening.front.title,
): Page {
  const { head, front } = opening;
  const view = {
    ...commonView(opening, frame),
    ...assets,
    windowTitle,
    contentsTitle: CONTENTS_TITLE,
    description: front.subject,
    keywords: front.keywords.join(', '),
    generator: `${head.generator.name} ${head.generator.version}`,
    policy: securityPolicy(assets.style, assets.script, assets.logo),
    logoWords: logoWords(front.author),
    contents: renderContents(front.contents, frame),
    manifest: frame.page === null || frame.page === INDEX ? manifestText(head) : null,
  };
  return cut('page', frame.render('page', view, frame), templates);
}

/** Renders `fragment.hbs`: a section with the report's title at the frame's level. */
export function renderFragment(opening: Opening, templates: TemplateSet, frame: Frame): Page {
  return cut(
    'fragment',
    frame.render('fragment', { ...commonView(opening, frame), tag: `h${frame.level}` }, frame),
    templates,
  );
}

function commonView({ head, front, back }: Opening, frame: Frame): object {
  return {
    head,
    front,
    back,
    title: front.title,
    language: front.language,
    date: inlines([front.date], frame),
    marks: markSymbols(frame),
  };
}

function cut(template: 'page' | 'fragment', whole: string, templates: TemplateSet): Page {
  const [before, after, ...more] = whole.split(CHAPTERS);
  if (before === undefined || after === undefined || more.length > 0) {
    const name = `${template}.hbs`;
    throw templateError(
      templates.get(name)?.file ?? name,
      undefined,
      'It must have {{chapters ""}} once: the experiments stand there.',
    );
  }
  return { before, after };
}

/** What `chaos-report verify` reads. No `<` in it can end the element that it stands in. */
function manifestText(head: ReportHead): string {
  return escapeHiding(JSON.stringify({ sources: recordedSources(head) })).replaceAll('<', '\\u003c');
}
