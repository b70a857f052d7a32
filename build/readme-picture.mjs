/** Makes the picture in README.md: page 1 of a report of six fixtures. Needs pdftoppm (poppler-utils) and pngquant. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const JOURNALS = [
  '01-completed-met',
  '02-deviated',
  '03-gate-tolerance-not-met',
  '09-interrupted-sigint',
  '12-rollback-fails',
  '13-continuous',
];

const folder = mkdtempSync(join(tmpdir(), 'chaos-report-'));
const at = (name) => join(folder, name);
const run = (program, ...args) => execFileSync(program, args, { stdio: 'inherit' });
try {
  const files = JOURNALS.map((name) => `fixtures/${name}.json`);
  run(process.execPath, 'dist/cli.js', ...files, '--quiet', '--date', '2026-11-23', '-o', at('report.pdf'));
  run('pdftoppm', '-r', '96', '-f', '1', '-l', '1', '-singlefile', '-png', at('report.pdf'), at('page'));
  // Text in few colours: more of them are not seen.
  run('pngquant', '32', '--speed', '1', '--strip', '--force', '--output', 'docs/images/page-1.png', at('page.png'));
} finally {
  rmSync(folder, { recursive: true });
}
