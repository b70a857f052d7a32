/**
 * Markup and style sheet of a page → those of a fragment in somebody else's page: every class has a name of its own, so
 * that neither page's rules reach the other, and drawings keep their colours where the style sheet is not wanted.
 */
import type { Ink } from '../../chart/marks.js';
import type { Palette } from '../../theme/palettes.js';
import { ink } from './svg.js';

/** The class of the section; every other class begins with it. */
const ROOT_CLASS = 'chaos-report';

/** Text is escaped, quotation marks too: what looks like an attribute is one. */
const CLASS_ATTRIBUTE = / class="([^"]+)"/g;

/** Attributes that stand in for rules. Any rule of a style sheet is stronger than they are. */
function standIns(palette: Palette): ReadonlyMap<string, string> {
  return new Map([
    ['mark', ' width="12" height="12" fill="currentColor"'],
    ['level-line', ' height="28"'],
    ...Object.entries(palette).flatMap(([name, colour]): [string, string][] => {
      const word = ink(name as Ink);
      // Words must be readable on paper of any colour.
      const value = word === 'ink' || word === 'ink2' ? 'currentColor' : colour;
      return [
        [`fill-${word}`, ` fill="${value}"`],
        [`stroke-${word}`, ` stroke="${value}"`],
      ];
    }),
  ]);
}

/** Renames the classes of pieces of markup. The palette is that of a light screen. */
export function fragmentMarkupOf(palette: Palette): (markup: string) => string {
  const attributes = standIns(palette);
  return (markup) =>
    markup.replace(CLASS_ATTRIBUTE, (_, names: string) => {
      const list = names.split(' ');
      const renamed = list.map((name) => (name === 'report' ? ROOT_CLASS : `${ROOT_CLASS}-${name}`));
      return ` class="${renamed.join(' ')}"${list.map((name) => attributes.get(name) ?? '').join('')}`;
    });
}

/** The page's style sheet, minified, for inside the section alone. What is about the page as a whole goes. */
export function fragmentCss(css: string): string {
  const inside = css
    .replace(/@page\s*\{[^}]*\}/g, '')
    .replace(/\.(?=[a-z])/g, `.${ROOT_CLASS}-`)
    // What surrounds the report is a `main` in the page and a `div` here: selectors weigh the same.
    .replace(/(?<![\w.#-])main(?![\w-])/g, 'div')
    .replace(/:root\[data-theme=[^{]*/g, `&:where([data-theme=dark])`)
    .replace(/:root:not\(\[data-theme=["']?light["']?\]\)|(?::root)+|(?<=[{}\n])(?:html|body)(?=\{)/g, '&');
  return `.${ROOT_CLASS}{${inside}}\n`;
}
