/**
 * Pieces of Confluence's storage format: XML with macros. Source: Atlassian, "Confluence Storage Format" and the pages of
 * the macros that are used here.
 */
import type { CodeLanguage, Tone } from '../../../document/types.js';
import { escape } from '../escape.js';

/** Characters that XML cannot hold at all, not even by number. */
const NOT_XML = /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text for between tags and inside attributes. */
export function xml(text: string): string {
  return escape(text.replace(NOT_XML, '\ufffd'));
}

/** Text as it is, for a body that is not read as markup. */
function cdata(text: string): string {
  const whole = text
    .replace(NOT_XML, '\ufffd')

    .replace(/[\u0000-\u0008\u000b-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)));
  return `<![CDATA[${whole.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

function macro(name: string, parameters: Readonly<Record<string, string>>, body = ''): string {
  const all = Object.entries(parameters).map(
    ([key, value]) => `<ac:parameter ac:name="${key}">${xml(value)}</ac:parameter>`,
  );
  return `<ac:structured-macro ac:name="${name}" ac:schema-version="1">${all.join('')}${body}</ac:structured-macro>`;
}

const COLOURS: Readonly<Record<Tone, string>> = { good: 'Green', bad: 'Red', caution: 'Yellow', neutral: 'Grey' };

/** A word in a coloured frame. */
export function statusMacro(word: string, tone: Tone): string {
  return macro('status', { colour: COLOURS[tone], title: word });
}

/** Something folded, under a title of plain words. */
export function expandMacro(title: string, body: string): string {
  return macro('expand', { title }, `<ac:rich-text-body>${body}</ac:rich-text-body>`);
}

/** The macro knows few languages. */
const LANGUAGES: Readonly<Record<CodeLanguage, string>> = {
  text: 'text',
  json: 'js',
  python: 'py',
  traceback: 'text',
  html: 'xml',
  xml: 'xml',
  yaml: 'yml',
  markdown: 'text',
  diff: 'diff',
  other: 'text',
};

/** A text as code, whatever is in it. */
export function codeMacro(text: string, language: CodeLanguage): string {
  return macro('code', { language: LANGUAGES[language] }, `<ac:plain-text-body>${cdata(text)}</ac:plain-text-body>`);
}

/** The contents of the page, which the place makes of its headings. */
export function tocMacro(): string {
  return macro('toc', { maxLevel: '3' });
}

/** A place that links lead to. */
export function anchorMacro(id: string | undefined): string {
  return id === undefined ? '' : macro('anchor', { '': id });
}

/** A link to a place in the page. `body`: markup. */
export function anchorLink(id: string, body: string): string {
  return `<ac:link ac:anchor="${xml(id)}"><ac:link-body>${body}</ac:link-body></ac:link>`;
}
