/** PDF files → what veraPDF says of each. Fetches veraPDF with Maven when it is not there yet. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const POM = resolve(import.meta.dirname, 'pom.xml');
const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache');
const MAIN = 'org.verapdf.apps.GreenfieldCliWrapper';

/** The standards that a report keeps, by veraPDF's names for their profiles. */
export const PROFILES = { ua1: 'PDF/UA-1', '3a': 'PDF/A-3a' };

/** What is missing on this machine, in one line; null where nothing is. */
export function missing() {
  const absent = ['java', 'mvn'].filter((program) => spawnSync(program, ['-version']).status !== 0);
  return absent.length === 0
    ? null
    : `Checking conformance needs Java 11 or newer and Maven (not found: ${absent.join(', ')}). On Debian: apt-get install openjdk-17-jre-headless maven`;
}

/** The folder with veraPDF's archives. */
export function verapdf() {
  const [, version] = /<version>(\d+\.\d+\.\d+)<\/version>/.exec(readFileSync(POM, 'utf8')) ?? [];
  const folder = join(CACHE, `verapdf-${version}`);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
  const { status } = spawnSync(
    'mvn',
    ['-q', '-B', '-f', POM, goal, `-DoutputDirectory=${partial}`, '-DincludeScope=runtime'],
    { stdio: 'inherit' },
  );
  if (status !== 0 || readdirSync(partial).length === 0) throw new Error('Maven could not fetch veraPDF.');
  renameSync(partial, folder);
  return folder;
}

/** Checks files against one profile in one go. Gives, by file, whether it conforms, and the rules it breaks. */
export function check(archives, profile, files) {
  const { stdout, stderr } = spawnSync(
    'java',
    ['-Xmx2g', '-cp', join(archives, '*'), MAIN, '--format', 'text', '-v', '-f', profile, ...files],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  const results = new Map(files.map((file) => [file, { conforms: false, rules: ['veraPDF says nothing of it'] }]));
  let at;
  for (const line of stdout.split('\n')) {
    const [, verdict, file] = /^(PASS|FAIL) (.+?)(?: \S+)?$/.exec(line) ?? [];
    if (file === undefined) {
      if (at !== undefined && line.trim() !== '') at.rules.push(line.trim());
      continue;
    }
    at = { conforms: verdict === 'PASS', rules: [] };
    results.set(files.find((known) => known === file) ?? file, at);
  }
  if (stderr.includes('Exception')) throw new Error(stderr.slice(0, 4000));
  return results;
}
