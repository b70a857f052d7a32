/** The templates, precompiled at build, as one function: name, view and frame → HTML. The only importer of Handlebars. */
import type Handlebars from 'handlebars';
import runtime from 'handlebars/runtime.js';
import callout from '../../../templates/callout.hbs';
import chart from '../../../templates/chart.hbs';
import code from '../../../templates/code.hbs';
import contents from '../../../templates/contents.hbs';
import facts from '../../../templates/facts.hbs';
import fragment from '../../../templates/fragment.hbs';
import list from '../../../templates/list.hbs';
import page from '../../../templates/page.hbs';
import paragraph from '../../../templates/paragraph.hbs';
import quote from '../../../templates/quote.hbs';
import section from '../../../templates/section.hbs';
import table from '../../../templates/table.hbs';
import type { Frame } from './frame.js';

/** The templates' names: one for each kind of block, the page, the fragment and the contents. */
const PRECOMPILED = { page, fragment, contents, section, paragraph, list, facts, table, code, callout, quote, chart };
export type TemplateName = keyof typeof PRECOMPILED;

/** What a template may call with one value and its place: its result is HTML. The same names are in build/templates.mjs. */
export type Helpers = Readonly<
  Record<'blocks' | 'chapters' | 'inlines' | 'link' | 'text', (value: never, frame: Frame) => string>
>;

export type Templates = (name: TemplateName, view: object, frame: Frame) => string;

/** Makes an environment of its own: nothing registered here is seen by another user of Handlebars in the process. */
export function loadTemplates(helpers: Helpers): Templates {
  // The runtime has no types of its own; it is the full module without its compiler.
  const handlebars = (runtime as unknown as typeof Handlebars).create();
  for (const [name, helper] of Object.entries(helpers)) {
    const call = helper as (value: unknown, frame: Frame) => string;
    handlebars.registerHelper(name, (value: unknown, options: Handlebars.HelperOptions) => {
      const { frame } = options.data as { readonly frame: Frame };
      return new handlebars.SafeString(call(value, frame));
    });
  }
  const templates = new Map<string, Handlebars.TemplateDelegate>();
  for (const [name, precompiled] of Object.entries(PRECOMPILED)) {
    templates.set(name, handlebars.template(precompiled as Parameters<typeof handlebars.template>[0]));
  }
  return (name, view, frame) => {
    const template = templates.get(name);
    if (template === undefined) throw new TypeError(`no template ${name}`);
    return template(view, {
      data: {
        frame,
        level: frame.level,
        rank: frame.rank,
        prefix: frame.prefix,
        head: frame.head,
        experiment: frame.experiment,
      },
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
    });
  };
}
