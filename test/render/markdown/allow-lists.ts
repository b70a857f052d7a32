/**
 * What is left of HTML where Markdown is shown, as data. Sources: the list that html-pipeline publishes, which GitHub's is
 * documented by; GitLab's changes to it in lib/banzai/filter (base_sanitization_filter.rb, sanitization_filter.rb).
 */

export interface AllowList {
  readonly elements: ReadonlySet<string>;
  /** By element; `*` for all. */
  readonly attributes: Readonly<Record<string, ReadonlySet<string>>>;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const PIPELINE = `h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p ol ul table thead tbody tfoot
  blockquote dl dt dd kbd q samp var hr ruby rt rp li tr td th s strike summary details caption figure figcaption abbr bdo
  cite dfn mark small time wbr`;

const EVERYWHERE =
  'align alt aria-hidden aria-label border colspan datetime dir height lang open role rowspan scope start title width';

export const GITHUB: AllowList = {
  elements: words(`${PIPELINE} span`),
  attributes: {
    '*': words(`${EVERYWHERE} id name`),
    a: words('href'),
    img: words('src longdesc'),
    code: words('class'),
  },
};

/** `id` is left to footnotes and headings; `name` to links. */
export const GITLAB: AllowList = {
  elements: words(`${PIPELINE} span section`),
  attributes: { '*': words(EVERYWHERE), a: words('href name'), img: words('src longdesc'), code: words('class') },
};

/** What the place leaves of a page: elements that are not allowed go, their text stays; comments go. */
export function sanitized(html: string, { elements, attributes }: AllowList): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(\/?)([a-z][a-z0-9]*)([^>]*)>/gi, (_tag, slash: string, name: string, rest: string) => {
      const element = name.toLowerCase();
      if (!elements.has(element)) return '';
      const kept = [...rest.matchAll(/\s([a-z-]+)(?:="([^"]*)")?/gi)].filter(
        ([, attribute = '']) =>
          attributes['*']?.has(attribute) === true || attributes[element]?.has(attribute) === true,
      );
      return `<${slash}${element}${kept.map(([whole]) => whole).join('')}>`;
    });
}
