/**
 * Reads the licence of every package that is bundled into dist/ or installed with it, and fails on one that is not allowed:
 * `npm run licences`, after a build. A new licence is a decision: it is made here, by adding it with the reason.
 */
import { existsSync, readFileSync } from 'node:fs';

/** All of them ask for no more than their text, which dist/THIRD-PARTY-NOTICES.txt has. */
const ALLOWED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD']);
/** Packages whose package.json says nothing, by the first line of their licence's text. */
const BY_TEXT = new Map([['MIT License', 'MIT']]);

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const installed = Object.entries(packages)
  .filter(([folder, { dev, devOptional, optional }]) => folder !== '' && !dev && !devOptional && !optional)
  .map(([folder]) => ({ name: folder.replace(/^.*node_modules\//, ''), licence: licenceOf(folder) }));
const bundled = [
  ...readFileSync('dist/THIRD-PARTY-NOTICES.txt', 'utf8').matchAll(/-{100}\n\n(\S+) \S+ \((.*)\)$/gm),
].map(([, name, licence]) => ({ name, licence }));

/** @param {string} folder */
function licenceOf(folder) {
  const { license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  if (license) return license;
  const text = ['LICENSE', 'LICENSE.md', 'LICENCE'].map((name) => `${folder}/${name}`).find((file) => existsSync(file));
  return text === undefined
    ? 'none'
    : (BY_TEXT.get(readFileSync(text, 'utf8').split('\n', 1)[0].trim()) ?? 'not known');
}

const all = [...installed, ...bundled];
for (const { name, licence } of all) {
  if (!ALLOWED.has(licence)) console.error(`${name}: ${licence} is not among ${[...ALLOWED].join(', ')}`);
}
console.log(`${installed.length} packages are installed with chaos-report, ${bundled.length} are bundled into it.`);
// A list that was not found is no list without mistakes.
const isSound = installed.length > 5 && bundled.length > 10 && all.every(({ licence }) => ALLOWED.has(licence));
process.exitCode = isSound ? 0 : 1;
