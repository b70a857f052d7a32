import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { emptyFolder, type Folder } from './command.js';

const SIDECAR = `system: Webshop
owner: Payments team
ticket: { name: CHAOS-12, url: "https://tracker.example.com/CHAOS-12" }
notes: Part of the **game day**. <script>alert(1)</script>
follow-ups:
  - { what: Raise the retry budget, who: Ada, by: 2026-11-01 }
  - { what: Write it down, state: done }
sign-off:
  - { role: Auditor }
experiments:
  - { file: 02-deviated.json, owner: Database team }
  - { title: Nobody knows it }
`;

let folder: Folder;
beforeEach(() => {
  folder = emptyFolder();
  mkdirSync(folder.at('runs'));
  folder.fixture('02-deviated', 'runs/02-deviated.json');
  folder.fixture('01-completed-met', 'runs/01-completed-met.json');
});
afterEach(() => folder.remove());

describe('chaos-report.yaml', () => {
  it('beside the journals is found, and is no journal', async () => {
    writeFileSync(folder.at('runs/chaos-report.yaml'), SIDECAR);
    const ran = await folder.run('runs', '-o', 'r.md', '-o', 'r.html', '-o', 'r.json', '--date', '2026-11-23');
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain('its entry for "Nobody knows it" is about none of the journals');
    expect(ran.stderr).not.toContain('passed over');
    const text = readFileSync(folder.at('r.md'), 'utf8').replaceAll('\u00a0', ' ');
    expect(text).toContain('| Owners | Database team and Payments team |');
    expect(text).toContain('2 follow-ups: 1 open (1 overdue) and 1 done.');
    expect(text).toContain('| Auditor |');
    const page = readFileSync(folder.at('r.html'), 'utf8');
    expect(page).toContain('<a href="https://tracker.example.com/CHAOS-12">CHAOS-12</a>');
    expect(page).not.toContain('<script>alert');
    const { head } = JSON.parse(readFileSync(folder.at('r.json'), 'utf8')) as { head: { sources: unknown[] } };
    expect(head.sources).toHaveLength(2);
  });

  it('that was named counts alone', async () => {
    writeFileSync(folder.at('runs/chaos-report.yaml'), SIDECAR);
    writeFileSync(folder.at('other.yaml'), 'owner: Somebody else\n');
    await folder.run('runs', '--meta', 'other.yaml', '-o', 'r.md');
    const text = readFileSync(folder.at('r.md'), 'utf8');
    expect(text).toContain('| Owner | Somebody else |');
    expect(text).not.toContain('Webshop');
  });

  it('that is wrong is told of with its line and key, and nothing is written', async () => {
    writeFileSync(folder.at('runs/chaos-report.yaml'), 'onwer: me\nfollow-ups:\n  - { who: Ada }\n');
    const ran = await folder.run('runs', '-o', 'r.md');
    expect(ran.code).not.toBe(0);
    expect(ran.stderr).toContain('runs/chaos-report.yaml:1');
    expect(ran.stderr).toContain('Did you mean "owner"?');
    expect(ran.stderr).toContain('runs/chaos-report.yaml:3');
    expect(() => readFileSync(folder.at('r.md'))).toThrow('ENOENT');
  });

  it('goes with a report that is merged, and is said once', async () => {
    writeFileSync(folder.at('runs/chaos-report.yaml'), SIDECAR);
    await folder.run('runs/02-deviated.json', '-o', 'a.json', '--date', '2026-11-23');
    await folder.run('runs/01-completed-met.json', '-o', 'b.json', '--date', '2026-11-23');
    await folder.run('a.json', 'b.json', '-o', 'merged.json', '--date', '2026-11-23');
    await folder.run('runs', '-o', 'whole.json', '--date', '2026-11-23');
    const sidecarIn = (name: string): unknown =>
      (JSON.parse(readFileSync(folder.at(name), 'utf8')) as { head: { sidecar: unknown } }).head.sidecar;
    expect(sidecarIn('merged.json')).toEqual(sidecarIn('whole.json'));
  });
});
