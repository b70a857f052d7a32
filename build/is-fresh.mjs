/**
 * Sources and dist/ → whether dist/ is what the sources make: exit code 0, else 1. Installing and testing build only where
 * it is not; `npx chaos-report` in a clone, for one, runs `prepare` once more before it starts.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['src', 'templates', 'build', 'esbuild.config.mjs', 'tsconfig.build.json', 'package-lock.json'];
/** What the bundler and the compiler write last. */
const STAMPS = ['dist/THIRD-PARTY-NOTICES.txt', 'dist/types/index.d.ts'];

/** True where every part of dist/ is younger than every source. */
export function isFresh() {
  const stamps = STAMPS.map((stamp) => statSync(join(ROOT, stamp), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return Math.min(...stamps) > Math.max(...SOURCES.map((source) => newest(join(ROOT, source))));
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = isFresh() ? 0 : 1;
