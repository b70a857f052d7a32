/**
 * Bundles the command (dist/cli.js) and the library (dist/index.js). Each format is a chunk of its own, loaded when it
 * is asked for. Everything is bundled, because opening hundreds of small files is what makes a command slow to start.
 */
import { chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { glob } from 'tinyglobby';
import { corePlugin } from './build/core-plugin.mjs';
import { handlebarsPlugin } from './build/handlebars-plugin.mjs';
import { LAZY_PACKAGES, lazyPlugin } from './build/lazy-plugin.mjs';
import { pdfkitPlugin } from './build/pdfkit-plugin.mjs';
import { plainLoops, plainLoopsPlugin } from './build/plain-loops.mjs';
import { thirdPartyNotices } from './build/third-party-notices.mjs';
import { yargsPlugin } from './build/yargs-plugin.mjs';

/** What all code is bundled with. A build that fails leaves the last one in its place. */
const common = {
  bundle: true,
  outdir: 'dist',
  platform: 'node',
  target: 'node20.19',
  // What it gives Node is CommonJS that requires `process`, which a bundle of modules cannot.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  // The notices of bundled packages are gathered in one file instead of standing in every chunk.
  legalComments: 'none',
  metafile: true,
  write: false,
  logLevel: 'warning',
};
const options = {
  ...common,
  entryPoints: { cli: 'src/cli/main.ts', thread: 'src/cli/thread.ts', index: 'src/index.ts' },
  chunkNames: 'chunks/[name]-[hash]',
  splitting: true,
  format: 'esm',
  plugins: [handlebarsPlugin(), pdfkitPlugin(), yargsPlugin(), lazyPlugin()],
};
const read = plainLoops('tsconfig.build.json');
const builds = [
  await build({ ...options, plugins: [...options.plugins, await corePlugin(options, read), plainLoopsPlugin(read)] }),
  await build({
    ...common,
    entryPoints: LAZY_PACKAGES.map((name) => ({ in: name, out: `chunks/${name}` })),
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    plugins: [pdfkitPlugin()],
  }),
];

// What was looked at and left out again needs no notice.
const contained = builds
  .flatMap(({ metafile }) => Object.values(metafile.outputs))
  .flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? file : [])),
  );
const notices = await thirdPartyNotices(contained);
await rm('dist', { recursive: true, force: true });
for (const { path, contents } of builds.flatMap(({ outputFiles }) => outputFiles)) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
}
await chmod('dist/cli.js', 0o755);
await writeFile('dist/config.schema.json', await configSchema());
for (const schema of await glob('src/**/*.schema.json')) await copyFile(schema, join('dist', basename(schema)));
// The colour profile that PDFKit embeds is looked for beside its code.
await mkdir('dist/chunks/data');
const PROFILE = 'data/sRGB_IEC61966_2_1.icc';
await copyFile(join('node_modules/pdfkit/js', PROFILE), join('dist/chunks', PROFILE));
await writeFile('dist/THIRD-PARTY-NOTICES.txt', notices);

/** The schema of configuration files is made of the table of options, so that no option can be forgotten. */
async function configSchema() {
  const { outputFiles: files } = await build({
    entryPoints: ['src/cli/config/schema.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'warning',
  });
  const { configSchema: schema } = await import(`data:text/javascript,${encodeURIComponent(files[0].text)}`);
  return `${JSON.stringify(schema(), null, 2)}\n`;
}
