// The esbuild plugin that leaves out of yargs what its parser does not use.

/**
 * yargs/helpers exports the parser beside functions that need what yargs has for writing help and messages: tables, locales,
 * assertions. Nothing of that runs for the parser, but bundled it takes 40 ms to load, a fifth of one journal to HTML.
 *
 * @returns {import('esbuild').Plugin}
 */
export function yargsPlugin() {
  return {
    name: 'yargs',
    setup(build) {
      build.onResolve({ filter: /platform-shims\/esm\.mjs$/ }, async ({ path, ...options }) => {
        // Asked for by this same hook, which must not be met again.
        if (options.pluginData === 'yargs') return undefined;
        const resolved = await build.resolve(path, { ...options, pluginData: 'yargs' });
        return { path: resolved.path, sideEffects: false };
      });
    },
  };
}
