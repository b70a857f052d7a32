/**
 * Reads the licence of every package that is bundled into dist/, and fails on one that is not allowed:
 * `npm run licences`, after a build. A new licence is a decision: it is made here, by adding it with the reason.
 */
import { readFileSync } from 'node:fs';

/** All of them ask for no more than their text, which dist/THIRD-PARTY-NOTICES.txt has. */
const ALLOWED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD']);
const bundled = [
  ...readFileSync('dist/THIRD-PARTY-NOTICES.txt', 'utf8').matchAll(/-{100}\n\n(\S+) \S+ \((.*)\)$/gm),
].map(([, name, licence]) => ({ name, licence }));

for (const { name, licence } of bundled) {
  if (!ALLOWED.has(licence)) console.error(`${name}: ${licence} is not among ${[...ALLOWED].join(', ')}`);
}
console.log(`${bundled.length} packages are bundled into chaos-report.`);
// A list that was not found is no list without mistakes.
const isSound = bundled.length > 10 && bundled.every(({ licence }) => ALLOWED.has(licence));
process.exitCode = isSound ? 0 : 1;
