/**
 * Text → Markdown that reads as that text and nothing else. What has to be escaped, and where, is data.
 * Sources: the GitHub Flavored Markdown specification; GitHub's mathematics, mentions, references and emoji besides; what GitLab
 * makes references and quick actions of: docs.gitlab.com, "GitLab Flavored Markdown" and "Quick actions".
 */

/** A pattern whose match begins something in Markdown, and how to stop it. */
interface Unsafe {
  readonly pattern: RegExp;
  readonly replacement: string;
  /** Why. */
  readonly because: string;
}

/** Applied in order; a backslash first, so that those which are added later stay as they are. */
const UNSAFE: readonly Unsafe[] = [
  { pattern: /\\/g, replacement: '\\\\', because: 'it escapes what follows' },
  { pattern: /&/g, replacement: '&amp;', because: 'it begins an entity' },
  { pattern: /</g, replacement: '&lt;', because: 'it begins HTML or an autolink' },
  { pattern: />/g, replacement: '&gt;', because: 'it begins a quote, and ends HTML' },
  { pattern: /[`*[\]|~$]/g, replacement: '\\$&', because: 'code, emphasis, links, cells, deletions, mathematics' },
  {
    pattern: /(^|[^\p{L}\p{N}])_|_(?=[^\p{L}\p{N}]|$)/gu,
    replacement: '$1\\_',
    because: 'emphasis, where it stands at the edge of a word',
  },
  { pattern: /!(?=\\\[)/g, replacement: '\\!', because: 'images' },
  { pattern: /#(?=\d|[\s]|$)|^#/g, replacement: '\\#', because: 'headings, and references to issues' },
  { pattern: /@(?=[A-Za-z0-9])/g, replacement: '@<!-- -->', because: 'mentions, which a backslash does not stop' },
  {
    pattern: /:(?=\/\/)|(?<=\bwww)\./gi,
    replacement: '$&<!-- -->',
    because: 'bare addresses become links, in which nothing is escaped',
  },
  { pattern: /:(?=[A-Za-z0-9_+-]+:)/g, replacement: '&#58;', because: 'emoji by name' },
  { pattern: /^(\s*)\//g, replacement: '$1\\/', because: 'quick actions of GitLab: `/close` at the start of a line' },
  { pattern: /(?<![\p{L}\p{N}])([!%^])(?=[\p{L}\p{N}"])/gu, replacement: '\\$1', because: 'references of GitLab' },
  { pattern: /^(\s*)([-+=])/g, replacement: '$1\\$2', because: 'lists, rules and underlined headings' },
  { pattern: /^(\s*\d+)([.)])/g, replacement: '$1\\$2', because: 'numbered lists' },
];

/** Text for one line. Line breaks become spaces, spaces at the ends stay out of the way of indented code. */
export function escapeText(text: string): string {
  let escaped = text.replace(/(?<!\s)\s*\n\s*/g, ' ');
  for (const { pattern, replacement } of UNSAFE) escaped = escaped.replace(pattern, replacement);
  return escaped;
}

/** A span of code: a fence of more backticks than the text has in a row. `inTable`: a pipe would end the cell even in code. */
export function codeSpan(text: string, inTable: boolean): string {
  const line = text.replace(/(?<!\s)\s*\n\s*/g, ' ');
  if (line.trim() === '') return line === '' ? '' : '` `';
  const fence = '`'.repeat(longestRun(line, '`') + 1);
  const pad = /^[` ]|[` ]$/.test(line) ? ' ' : '';
  const span = `${fence}${pad}${line}${pad}${fence}`;
  return inTable ? span.replaceAll('|', '\\|') : span;
}

/** A fenced block of code, in three parts: the text itself is not copied. */
export function codeFence(text: string, language: string): readonly [string, string, string] {
  const fence = '`'.repeat(Math.max(longestRun(text, '`') + 1, 3));
  return [`${fence}${language}\n`, text, `\n${fence}`];
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  for (let start = text.indexOf(character); start >= 0;) {
    let end = start + 1;
    while (text[end] === character) end++;
    longest = Math.max(longest, end - start);
    start = text.indexOf(character, end);
  }
  return longest;
}

/** An address between angle brackets. */
export function escapeHref(href: string): string {
  return `<${href.replace(/[<>\\\s]/g, (character) => encodeURIComponent(character))}>`;
}
