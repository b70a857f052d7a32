// The jest transform that does for tests what handlebars-plugin.mjs does for the build.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expressionOfSync } from './templates.mjs';

const own = ['./handlebars-jest.mjs', './templates.mjs', './compile-template.mjs'].map((file) =>
  readFileSync(new URL(file, import.meta.url), 'utf8'),
);

export default {
  getCacheKey(source, path) {
    return createHash('sha256')
      .update([...own, path, source].join('\0'))
      .digest('hex');
  },
  process(source, path) {
    const expression = expressionOfSync(path, source);
    // Jest takes `.js` files of this package for modules, and every other extension for CommonJS.
    return { code: path.endsWith('.js') ? `export default ${expression};` : `module.exports = ${expression};` };
  },
};
