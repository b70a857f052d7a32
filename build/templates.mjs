// Turns a file of templates/ into the source of a module that holds it: a template precompiled, a style sheet or script as text.
import { transform as transformAsync, transformSync } from 'esbuild';
import Handlebars from 'handlebars';

/** The helpers that templates may call; the same list is in src/render/html/templates.ts. */
export const HELPERS = ['blocks', 'chapters', 'inlines', 'link', 'text'];

/** Whether a file is one that {@link moduleOf} takes. */
export const TEMPLATE_FILES = /[\\/]templates[\\/][^\\/]+\.(?:hbs|css|js)$/;

/**
 * The expression that a module for this file exports.
 * Indentation is for the reader of the template only: it goes, line numbers stay.
 */
function precompile(source) {
  return Handlebars.precompile(source.replace(/^[ \t]+/gm, ''), {
    knownHelpers: Object.fromEntries(HELPERS.map((name) => [name, true])),
    knownHelpersOnly: true,
  });
}

const minify = (path) => ({
  loader: path.endsWith('.css') ? 'css' : 'js',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  target: path.endsWith('.css') ? ['chrome111', 'firefox113', 'safari16.4'] : 'es2020',
});

/** Source text → the expression, for esbuild. */
export async function expressionOf(path, source) {
  if (path.endsWith('.hbs')) return precompile(source);
  return JSON.stringify((await transformAsync(source, minify(path))).code.trim());
}

/** The same at once, for jest. */
export function expressionOfSync(path, source) {
  if (path.endsWith('.hbs')) return precompile(source);
  return JSON.stringify(transformSync(source, minify(path)).code.trim());
}
