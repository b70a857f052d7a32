/**
 * The templates as one function: name, view and frame → HTML. Ours are functions that the build made of them; somebody's own
 * are compiled when they are used, and only then is Handlebars loaded. Its only importer.
 */
import type Handlebars from 'handlebars';
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

/** What the build makes of a template. */
export type WrittenTemplate = (view: object, frame: Frame, run: TemplateRun) => string;

const OURS = {
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
} as Readonly<Record<TemplateName, WrittenTemplate>>;

/** What a template may call with one value and its place: its result is HTML. The same names are in build/compile-template.mjs. */
export type Helpers = Readonly<
  Record<'blocks' | 'chapters' | 'inlines' | 'link' | 'text', (value: never, frame: Frame) => string>
>;

/** What a template may show without a helper. */
type Shown = string | number | null | undefined;

/** What the functions of our templates call. */
export interface TemplateRun extends Helpers {
  readonly escape: (value: Shown) => string;
  readonly holds: (value: unknown) => boolean;
  readonly each: (values: readonly unknown[] | undefined, write: (value: unknown) => string) => string;
}

/** Runs a template: what it makes of a view, at its place in the page. */
export type Templates = (name: TemplateName, view: object, frame: Frame) => string;

/** Our own templates. */
export function loadTemplates(helpers: Helpers): Templates {
  const run: TemplateRun = { ...helpers, escape: escapeValue, holds, each };
  return (name, view, frame) => OURS[name](view, frame, run);
}

/** The helpers that take lists: what somebody's template gives them is looked at first. */
const LISTS = new Set(['blocks', 'inlines']);

/**
 * Our own templates, with somebody's in the place of those of the same name.
 *
 * @throws ReportError `template`, with file and line, for one that is no template.
 */
export async function compileTemplates(
  helpers: Helpers,
  own: ReadonlyMap<TemplateName, TemplateFile>,
): Promise<Templates> {
  const { default: library } = await import('handlebars');
  // An environment of its own: nothing registered here is seen by another user of Handlebars in the process.
  const handlebars = library.create();
  for (const [name, helper] of Object.entries(helpers)) {
    const call = helper as (value: unknown, frame: Frame) => string;
    handlebars.registerHelper(name, (value: unknown, options: Handlebars.HelperOptions) => {
      const { frame, file } = options.data as { readonly frame: Frame; readonly file: string };
      // Mistakes are told with their place: nothing in a template of the user's own waits.
      const render = (): string => {
        if (LISTS.has(name) && !Array.isArray(value)) throw new TypeError(`${name} takes a list`);
        return call(value, { ...frame, parts: null });
      };
      return new handlebars.SafeString(inTemplate(file, options, name, render));
    });
  }
  const templates = new Map<TemplateName, Handlebars.TemplateDelegate>();
  for (const [name, file] of own) templates.set(name, compiled(handlebars, file, Object.keys(helpers)));
  const ours = loadTemplates(helpers);
  return (name, view, frame) => {
    const template = templates.get(name);
    if (template === undefined) return ours(name, view, frame);
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

const SPECIAL = /[&<>"'`=]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
  '`': '&#x60;',
  '=': '&#x3D;',
};

/** What stands in a template without a helper, escaped as Handlebars does: good without quotes around it too. */
function escapeValue(value: Shown): string {
  const text = typeof value === 'string' ? value : String(value ?? '');
  return text.replace(SPECIAL, (character) => ENTITIES[character] ?? character);
}

/** Whether `if` takes a value: an empty list is none. */
function holds(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function each(values: readonly unknown[] | undefined, write: (value: unknown) => string): string {
  let out = '';
  for (const value of values ?? []) out += write(value);
  return out;
}
