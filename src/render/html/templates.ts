/**
 * The templates as one function: name, view and frame → HTML. Ours are precompiled at build; somebody's own are compiled
 * when they are used, and only then is the compiler loaded. The only importer of Handlebars.
 */
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
import type { TemplateFile } from '../types.js';
import type { Frame } from './frame.js';
import { inTemplate, wrongTemplate } from './template-error.js';
import type { TemplateName } from './template-names.js';

const PRECOMPILED: Readonly<Record<TemplateName, unknown>> = {
  page,
  fragment,
  contents,
  section,
  paragraph,
  list,
  facts,
  table,
  code,
  callout,
  quote,
  chart,
};

/** What a template may call with one value and its place: its result is HTML. The same names are in build/templates.mjs. */
export type Helpers = Readonly<
  Record<'blocks' | 'chapters' | 'inlines' | 'link' | 'text', (value: never, frame: Frame) => string>
>;

export type Templates = (name: TemplateName, view: object, frame: Frame) => string;

/** Our own templates. */
export function loadTemplates(helpers: Helpers): Templates {
  // The runtime has no types of its own; it is the full module without its compiler.
  return templatesOf(runtime as unknown as typeof Handlebars, helpers, new Map());
}

/**
 * Our own templates, with somebody's in the place of those of the same name.
 *
 * @throws ReportError `template`, with file and line, for one that is no template.
 */
export async function compileTemplates(
  helpers: Helpers,
  own: ReadonlyMap<TemplateName, TemplateFile>,
): Promise<Templates> {
  const { default: handlebars } = await import('handlebars');
  return templatesOf(handlebars, helpers, own);
}

function templatesOf(
  library: typeof Handlebars,
  helpers: Helpers,
  own: ReadonlyMap<TemplateName, TemplateFile>,
): Templates {
  // An environment of its own: nothing registered here is seen by another user of Handlebars in the process.
  const handlebars = library.create();
  for (const [name, helper] of Object.entries(helpers)) {
    const call = helper as (value: unknown, frame: Frame) => string;
    handlebars.registerHelper(name, (value: unknown, options: Handlebars.HelperOptions) => {
      const { frame, file } = options.data as { readonly frame: Frame; readonly file: string | undefined };
      const render = (): string => call(value, frame);
      return new handlebars.SafeString(file === undefined ? render() : inTemplate(file, options, name, render));
    });
  }
  const templates = new Map<string, Handlebars.TemplateDelegate>();
  for (const [name, precompiled] of Object.entries(PRECOMPILED)) {
    const replaced = own.get(name as TemplateName);
    templates.set(
      name,
      replaced
        ? compiled(handlebars, replaced, Object.keys(helpers))
        : handlebars.template(precompiled as Parameters<typeof handlebars.template>[0]),
    );
  }
  return (name, view, frame) => {
    const template = templates.get(name);
    if (template === undefined) throw new TypeError(`no template ${name}`);
    return template(view, {
      data: {
        frame,
        file: own.get(name)?.file,
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

function compiled(
  handlebars: typeof Handlebars,
  { file, text }: TemplateFile,
  helpers: readonly string[],
): Handlebars.TemplateDelegate {
  const options = {
    knownHelpers: Object.fromEntries(helpers.map((name) => [name, true])),
    knownHelpersOnly: true,
  };
  // As at build: indentation is for the reader of the template, lines stay where they are.
  const source = text.replace(/^[ \t]+/gm, '');
  try {
    // Compiling waits for the first use; mistakes are to be told now.
    handlebars.precompile(source, options);
  } catch (error) {
    throw wrongTemplate(file, error);
  }
  return handlebars.compile(source, options);
}
