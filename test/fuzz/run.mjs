/**
 * The long run of the fuzzer: `npm run fuzz -- --cases 20000 --seed 1`, or `--minutes 30`, goes through damaged journals,
 * one number a case, and prints what came of them by the kind of damage. Each case runs in a thread that may
 * take so much memory and so much time of the processor, whatever else the machine does; ends with 0 only where every case was a report or a clear error. What was not is kept
 * under out/fuzz/, and `--seed N --cases 1` repeats it. `--large` has strings of 50 MB and 100,000 keys.
 */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { handlebarsPlugin } from '../../build/handlebars-plugin.mjs';
import { pdfkitPlugin } from '../../build/pdfkit-plugin.mjs';
import { plainLoops, plainLoopsPlugin } from '../../build/plain-loops.mjs';
import { table } from './table.mjs';

const { values } = parseArgs({
  options: {
    cases: { type: 'string' },
    minutes: { type: 'string' },
    seed: { type: 'string' },
    large: { type: 'boolean', default: false },
  },
});
const number = (text, fallback) => {
  if (text !== undefined && !/^\d+(\.\d+)?$/.test(text)) throw new Error(`"${text}" is no number`);
  return text === undefined ? fallback : Number(text);
};
const minutes = number(values.minutes, Infinity);
const cases = number(values.cases, values.minutes === undefined ? 2_000 : Infinity);
const first = number(values.seed, Date.now() % 1_000_000_000);

/** The sizes that the large things reach: levels, keys, characters. `--large` takes minutes a case. */
const SCALE = values.large
  ? { depth: 10_000, width: 100_000, length: 50_000_000, unpacked: 512_000_000 }
  : { depth: 10_000, width: 3_000, length: 300_000, unpacked: 20_000_000 };
/** What one case may take, in seconds of the processor. A text of 50 MB, seven times rendered, takes the most. */
const SECONDS = 300;
/** Seconds of the clock in which a case that is not stuck has a tenth of a second of the processor, on any machine. */
const STILL = 120;
const MEGABYTES = 2_500;

const CACHE = 'node_modules/.cache/fuzz';
const KEPT = 'out/fuzz';
const PROFILE = 'data/sRGB_IEC61966_2_1.icc';
const CASES = `${CACHE}/cases`;

await build({
  entryPoints: ['test/fuzz/worker.ts'],
  outdir: CACHE,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: ['fast-check'],
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  // As the command's own bundle: what the types say of values that are damaged may not be so.
  plugins: [handlebarsPlugin(), pdfkitPlugin(), plainLoopsPlugin(plainLoops('tsconfig.build.json'))],
  logLevel: 'warning',
});
// PDFKit looks for the colour profile beside its code.
mkdirSync(`${CACHE}/data`, { recursive: true });
copyFileSync(`node_modules/pdfkit/js/${PROFILE}`, `${CACHE}/${PROFILE}`);
rmSync(KEPT, { recursive: true, force: true });

let worker;
/** What the thread's messages and its end are for at the moment. */
let told, died;
/** What is known of the case it is at. */
let begun;
const startThread = () => {
  worker = new Worker(`./${CACHE}/worker.mjs`, {
    workerData: { fixtures: 'fixtures', scale: SCALE, keep: CASES },
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
  worker.on('message', (result) => (result.begun ? (begun = result) : told(result)));
  worker.on('error', (error) => died(error));
};

/** Sends a case to the thread. What ends the thread, or takes too long, is an outcome too. */
async function run(seed) {
  if (worker === undefined) startThread();
  const thread = worker;
  const start = process.cpuUsage();
  begun = { seed, form: 'not known', kinds: ['not known'], size: 0 };
  const ended = (outcome, what) => ({ ...begun, outcome, what, ended: true });
  let watch;
  const result = await new Promise((resolve) => {
    let [used, since] = [0, performance.now()];
    watch = setInterval(() => {
      const now = millisecondsSince(start);
      if (now > SECONDS * 1000) resolve(ended('hang', `More than ${SECONDS} seconds of the processor.`));
      else if (now > used + 100) [used, since] = [now, performance.now()];
      else if (performance.now() > since + STILL * 1000)
        resolve(ended('hang', `Nothing was done for ${STILL} seconds.`));
    }, 1000);
    told = resolve;
    died = (error) => {
      const outcome = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out of memory' : 'crash';
      resolve(ended(outcome, String(error.stack)));
    };
    thread.postMessage(seed);
  });
  clearInterval(watch);
  const milliseconds = millisecondsSince(start);
  if (result.ended) {
    await thread.terminate();
    worker = undefined;
  }
  return { ...result, milliseconds };
}

/** Of the processor, in all threads. */
function millisecondsSince(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Stopped early, it tells what it has. */
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (stopped = true));

const BAD = new Set(['crash', 'hang', 'out of memory']);
const results = [];
const until = performance.now() + minutes * 60_000;
for (let seed = first; !stopped && seed < first + cases && performance.now() < until; seed++) {
  const result = await run(seed);
  results.push(result);
  if (BAD.has(result.outcome)) {
    mkdirSync(KEPT, { recursive: true });
    const kept = `${KEPT}/${seed}-${basename(result.file ?? 'nothing')}`;
    if (result.file) copyFileSync(result.file, kept);
    console.error(
      `${result.outcome}: case ${seed} (${result.form}: ${result.kinds.join(', ')}), kept as ${kept}\n${result.what}\n`,
    );
  }
  if (process.stderr.isTTY) process.stderr.write(`\r${results.length} cases`);
}
await worker?.terminate();

console.log(`npm run fuzz -- --cases ${results.length} --seed ${first}${values.large ? ' --large' : ''}\n`);
console.log(table(results));
process.exitCode = results.length > 0 && results.every(({ outcome }) => !BAD.has(outcome)) ? 0 : 1;
