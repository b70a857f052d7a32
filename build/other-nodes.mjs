/**
 * Runs tests under the other releases of Node.js that this package says it runs on: `node build/other-nodes.mjs test/e2e`.
 * The releases come as packages of the registry, pinned, and stay under node_modules/.cache.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The ones beside the release that runs everything else. */
const RELEASES = ['22.23.3', '24.9.0'];

/** The package of a release for this machine. */
const PACKAGE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** Whether the program ended well. */
const run = (command, args) => {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error) throw error;
  return status === 0;
};

for (const release of RELEASES) {
  const folder = `node_modules/.cache/node-${release}`;
  const node = `${folder}/node_modules/${PACKAGE}/bin/node`;
  if (!existsSync(node)) {
    const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'];
    if (!run('npm', ['install', ...options, '--prefix', folder, `${PACKAGE}@${release}`])) process.exit(1);
  }
  const passed = run(node, [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--ci',
    // These are no test of speed.
    '--testTimeout=60000',
    ...process.argv.slice(2),
  ]);
  console.log(`Node.js ${release}: ${passed ? 'all tests passed' : 'tests failed'}`);
  // The other release is tried all the same.
  if (!passed) process.exitCode = 1;
}
