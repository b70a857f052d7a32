/** Before the tests: dist/ is built where it is not what the sources make. Tests of the command and the package run it. */
import { execFileSync } from 'node:child_process';
import { isFresh } from './is-fresh.mjs';

/** @param {{ testPathPatterns: { patterns: readonly string[] } }} globalConfig */
export default function setup({ testPathPatterns: { patterns } }) {
  const needsBuild = patterns.length === 0 || patterns.some((pattern) => /e2e|external|whole/.test(pattern));
  if (needsBuild && !isFresh())
    execFileSync('npm', ['run', 'build'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
}
