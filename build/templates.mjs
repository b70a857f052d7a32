// Turns a file of templates/ into the source of a module that holds it: a template as a function, a style sheet or script as text.
import { transform as transformAsync, transformSync } from 'esbuild';
import { compileTemplate } from './compile-template.mjs';

/** Whether a file is one that {@link moduleOf} takes. */
export const TEMPLATE_FILES = /[\\/]templates[\\/][^\\/]+\.(?:hbs|css|js)$/;

const minify = (path) => ({
  loader: path.endsWith('.css') ? 'css' : 'js',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  target: path.endsWith('.css') ? ['chrome111', 'firefox113', 'safari16.4'] : 'es2020',
});

/** Source text → the expression, for esbuild. */
export async function expressionOf(path, source) {
  if (path.endsWith('.hbs')) return compileTemplate(source);
  return JSON.stringify((await transformAsync(source, minify(path))).code.trim());
}

/** The same at once, for jest. */
export function expressionOfSync(path, source) {
  if (path.endsWith('.hbs')) return compileTemplate(source);
  return JSON.stringify(transformSync(source, minify(path)).code.trim());
}
