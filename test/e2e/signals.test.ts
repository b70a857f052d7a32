import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/json.js';
import { finished } from './command.js';
import { folderForEach } from './folder-for-each.js';

const folder = folderForEach((one) => one.fixture('02-deviated', 'journal.json'));

/** A journal whose chapter takes many seconds to be laid out. */
function longJournal(name: string): void {
  const journal = JSON.parse(readFileSync('fixtures/02-deviated.json', 'utf8')) as JsonObject & { run: JsonObject[] };
  const run = Array.from({ length: 8_000 }, (_, index) => ({ ...journal.run[0], output: `line ${index}` }));
  writeFileSync(folder.at(name), JSON.stringify({ ...journal, run }));
}

/** Waits until a process takes no more time of the processor: it waits for somebody. Where the system does not say, two seconds. */
async function standstill(pid: number | undefined): Promise<void> {
  const spent = (): string | null => {
    const file = `/proc/${pid}/stat`;
    return existsSync(file) ? readFileSync(file, 'utf8').split(' ').slice(13, 15).join(' ') : null;
  };
  let before = spent();
  if (before === null) return pause(2_000);
  for (let now; ; before = now) {
    await pause(500);
    now = spent();
    if (now === before) return;
  }
}

describe('signals', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s while a folder is written leaves the old one', async (signal, code) => {
    expect((await folder.run('journal.json', '-o', 'report/', '--title', 'Old')).code).toBe(0);
    for (let copy = 0; copy < 8; copy++) folder.fixture('32-large-300', `large-${copy}.json`);
    const before = folder.names();
    const child = folder.start('large-*.json', '-o', 'report/');
    const ended = finished(child);
    while (child.exitCode === null && !folder.names().some((name) => name.endsWith('.tmp'))) await pause(5);
    child.kill(signal);
    expect((await ended).code).toBe(code);
    expect(folder.names()).toEqual(before);
    expect(readFileSync(folder.at('report/index.html'), 'utf8')).toContain('<h1>Old</h1>');
  });

  it.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s in the middle of a long chapter is answered long before its end', async (signal, code) => {
    longJournal('long.json');
    writeFileSync(folder.at('report.pdf'), 'old');
    const before = folder.names();
    const started = performance.now();
    const child = folder.start('long.json', '-o', 'report.pdf', '-o', 'report/');
    const ended = finished(child);
    while (child.exitCode === null && folder.names().length < before.length + 2) await pause(5);
    await pause(1_000);
    expect(child.exitCode).toBeNull();
    const sent = performance.now();
    child.kill(signal);
    expect((await ended).code).toBe(code);
    // The rest of the layout would take several times as long, on a busy machine too.
    expect(performance.now() - sent).toBeLessThan(Math.max(3_000, sent - started));
    expect(folder.names()).toEqual(before);
    expect(readFileSync(folder.at('report.pdf'), 'utf8')).toBe('old');
  });

  it.each(['journal.json', 'long.json'])('end a run that waits for a reader of a named pipe: %s', async (name) => {
    if (spawnSync('mkfifo', [folder.at('pipe')]).status !== 0) return;
    longJournal('long.json');
    const before = folder.names();
    const child = folder.start(name, '-o', 'report.json', '-o', 'pipe', '--format', 'json');
    const ended = finished(child);
    while (child.exitCode === null && folder.names().length === before.length) await pause(5);
    await standstill(child.pid);
    child.kill('SIGTERM');
    const { code, signal } = await ended;
    // What waits in the system can only be ended by the signal itself, which shells call 143 too.
    expect([code, signal]).toEqual([null, 'SIGTERM']);
    expect(folder.names()).toEqual(before);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('%s at any moment leaves the old report or the new one', async (signal) => {
    for (let copy = 0; copy < 3; copy++) folder.fixture('32-large-300', `large-${copy}.json`);
    const before = folder.names();
    for (const milliseconds of [30, 120, 250, 400, 600]) {
      writeFileSync(folder.at('report.html'), 'old');
      const child = folder.start('large-*.json', '-o', 'report.html');
      const ended = finished(child);
      await pause(milliseconds);
      child.kill(signal);
      const { code, signal: killed } = await ended;
      const now = readFileSync(folder.at('report.html'), 'utf8');
      expect([0, 130, 143, null]).toContain(code);
      if (code === null) expect(killed).toBe(signal);
      expect(now === 'old' || /<\/html>\s*$/.test(now)).toBe(true);
      expect(folder.names().filter((name) => name !== 'report.html')).toEqual(before);
    }
  });
});

describe('a run that takes more memory than there is', () => {
  it('says so, and leaves nothing behind', async () => {
    longJournal('long.json');
    writeFileSync(folder.at('report.pdf'), 'old');
    const before = folder.names();
    const env = { NODE_OPTIONS: '--max-old-space-size=120' };
    const { code, stderr } = await folder.runWith(env, 'long.json', '-o', 'report.pdf');
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^error: This report takes more memory than the \d+ MB that Node\.js may have\.\n +Give it more/,
    );
    expect(folder.names()).toEqual(before);
    expect(readFileSync(folder.at('report.pdf'), 'utf8')).toBe('old');
  });
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
