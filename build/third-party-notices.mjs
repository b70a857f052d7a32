/** Turns the list of bundled files into the notices of the packages they belong to: name, version, licence text. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** @param {readonly string[]} files Paths of every bundled file, as in esbuild's metafile. */
export async function thirdPartyNotices(files) {
  const folders = new Set(files.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
  const notices = await Promise.all([...folders].sort().map(notice));
  return ['chaos-report contains the following packages, each under its own licence.\n', ...notices].join(
    `\n${'-'.repeat(100)}\n\n`,
  );
}

/** @param {string} folder */
async function notice(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const licenceFile = (await readdir(folder)).find((file) => /^licen[cs]e/i.test(file));
  const text = await readFile(licenceFile === undefined ? own(name) : join(folder, licenceFile), 'utf8').catch(() => {
    // A package without the text of its licence must not slip in: the text is what its licence asks for.
    throw new Error(`${name} has no licence file, so it cannot be bundled.`);
  });
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}

/** Packages that name their licence and leave its text out: it stands here. */
function own(name) {
  return new URL(`licences/${name.replace('/', '-')}.txt`, import.meta.url);
}
