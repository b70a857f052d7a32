// The esbuild plugin that lets source code import the files of templates/: templates as functions, style sheet and script as text.
import { readFile } from 'node:fs/promises';
import { expressionOf, TEMPLATE_FILES } from './templates.mjs';

/** @returns {import('esbuild').Plugin} */
export function handlebarsPlugin() {
  return {
    name: 'handlebars',
    setup(build) {
      build.onLoad({ filter: TEMPLATE_FILES }, async ({ path }) => ({
        contents: `export default ${await expressionOf(path, await readFile(path, 'utf8'))};`,
        loader: 'js',
      }));
    },
  };
}
