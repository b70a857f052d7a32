/**
 * The esbuild plugin that keeps chunks few. Splitting makes a chunk for every set of entries that share some code: 30 files
 * for one report, and to find, open and link them took a tenth of its time. Here whatever shares code with a report is made
 * to share all of it, so that it stands in one chunk.
 */
import { resolve } from 'node:path';
import { build } from 'esbuild';

/** The entries whose shared code is put together: what runs before it is known what is asked for, and a report. */
const SHARED = {
  base: ['src/cli/main.ts'],
  core: ['src/cli/request.ts', 'src/cli/make-report.ts', 'src/render/html/index.ts', 'src/render/pdf/index.ts'],
};

/**
 * Bundles once as the options say, to learn which code is shared.
 *
 * @param {import('esbuild').BuildOptions} options
 * @param {(path: string) => string} read The text of a file of ours.
 * @returns {Promise<import('esbuild').Plugin>}
 */
export async function corePlugin(options, read) {
  const { outputs } = (await build({ ...options, metafile: true, write: false })).metafile;
  const entries = new Map(
    Object.entries(outputs).flatMap(([path, { entryPoint }]) =>
      entryPoint?.startsWith('src/') ? [[entryPoint, closure(path, outputs)]] : [],
    ),
  );
  const sharedBy = (names) => {
    const chunks = names.flatMap((name) => entries.get(name)).filter((path) => !outputs[path].entryPoint);
    return new Set(chunks.flatMap((path) => sourcesOf(outputs[path])));
  };
  const [base, core] = [sharedBy(SHARED.base), sharedBy(SHARED.core)];
  const shared = {
    base: [...base].map((file) => `./${file}`),
    core: ['shared:base', ...[...core].filter((file) => !base.has(file)).map((file) => `./${file}`)],
  };
  const share = (paths) => {
    const sources = paths.flatMap((path) => sourcesOf(outputs[path]));
    if (sources.some((file) => core.has(file) && !base.has(file))) return 'core';
    return sources.some((file) => base.has(file)) ? 'base' : null;
  };
  const shares = new Map([...entries].map(([entry, paths]) => [resolve(entry), share(paths)]));

  return {
    name: 'core',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^shared:/ }, ({ path }) => ({ path: path.slice('shared:'.length), namespace: 'shared' }));
      onLoad({ filter: /.*/, namespace: 'shared' }, ({ path }) => ({
        contents: shared[path].map((file) => `import '${file}';`).join('\n'),
        resolveDir: resolve('.'),
      }));
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const name = shares.get(path);
        if (!name) return undefined;
        return { contents: `${read(path)}\nimport 'shared:${name}';\n`, loader: 'ts' };
      });
    },
  };
}

/** A chunk with all that it imports at once, and these in turn. */
function closure(path, outputs, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  for (const { path: imported, kind, external } of outputs[path].imports)
    if (kind === 'import-statement' && !external) closure(imported, outputs, found);
  return [...found];
}

/** The files of ours in a chunk. */
function sourcesOf({ inputs }) {
  return Object.keys(inputs)
    .filter((file) => /^src.*\.ts$/.test(file))
    .sort();
}
