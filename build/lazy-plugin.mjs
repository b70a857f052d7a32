/**
 * The esbuild plugin for packages that most reports do not need and that are called without waiting: each is a file of its own,
 * in CommonJS, which is read when one of its functions is called for the first time.
 */

/** The functions that are called, by package. */
const LAZY = { 'bidi-js': ['default'], fontkit: ['create'], marked: ['lexer'] };

/** To be bundled as `chunks/NAME.cjs`. */
export const LAZY_PACKAGES = Object.keys(LAZY);

/** @returns {import('esbuild').Plugin} */
export function lazyPlugin() {
  return {
    name: 'lazy',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^(?:${LAZY_PACKAGES.join('|')})$`) }, ({ path }) => ({
        path,
        namespace: 'lazy',
        sideEffects: false,
      }));
      onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({ contents: moduleOf(path) }));
    },
  };
}

function moduleOf(name) {
  // What a CommonJS package is as a whole is the default export of its module.
  const functions = LAZY[name].map(
    (called, index) =>
      `const call${index} = (...given) => loaded()${called === 'default' ? '' : `.${called}`}(...given);\nexport { call${index} as ${called} };`,
  );
  return `
    import { createRequire } from 'node:module';
    let found;
    const loaded = () => (found ??= createRequire(import.meta.url)('./${name}.cjs'));
    ${functions.join('\n')}`;
}
