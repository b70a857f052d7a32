/** Completion, by the shells themselves. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { completionScript } from '../../src/cli/completion/script.js';
import { OPTIONS, type Option } from '../../src/cli/options.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chaos-report-'));
  for (const name of ['journal.json', 'journey.txt', 'report.pdf']) writeFileSync(join(folder, name), '');
  for (const shell of ['bash', 'zsh', 'fish']) writeFileSync(join(folder, `.${shell}`), completionScript(shell) ?? '');
});
afterAll(() => rmSync(folder, { recursive: true }));

const LONG = OPTIONS.map(({ name }) => `--${name}`);

function run(shell: string, ...args: readonly string[]): string {
  return execFileSync(shell, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, HOME: folder, TERM: 'dumb' },
  });
}

/** What bash offers after these words. */
function bash(...words: readonly string[]): string[] {
  const script = `source .bash; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${String(words.length - 1)}; _chaos_report; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return run('bash', '--norc', '-c', script)
    .split('\n')
    .filter((line) => line !== '')
    .sort();
}

describe('bash', () => {
  it('completes options, files, and shells', () => {
    expect(bash('chaos-report', '--')).toEqual([...LONG].sort());
    expect(bash('chaos-report', '--fail')).toEqual(['--fail-on']);
    expect(bash('chaos-report', 'jour')).toEqual(['journal.json', 'journey.txt']);
    expect(bash('chaos-report', '-o', 'rep')).toEqual(['report.pdf']);
    expect(bash('chaos-report', '--title', 'rep')).toEqual([]);
    expect(bash('chaos-report', 'completion', 'f')).toEqual(['fish']);
  });
});

describe('fish', () => {
  const fish = (line: string): string[] =>
    run('fish', '--no-config', '-c', `source .fish; complete -C '${line}'`)
      .split('\n')
      .map((one) => one.split('\t')[0] ?? '')
      .filter((one) => one !== '')
      .sort();

  it('completes options and files', () => {
    expect(fish('chaos-report --')).toEqual(expect.arrayContaining([...LONG]));
    expect(fish('chaos-report --require')).toEqual(['--require-experiments']);
    expect(fish('chaos-report jour')).toEqual(['journal.json', 'journey.txt']);
  });
});

describe('zsh', () => {
  /** zsh completes in a terminal only: one of its own, whose answers are between two marks. */
  function zsh(line: string, seconds = 1): string {
    const script = `
      zmodload zsh/zpty
      zpty z zsh -f -i
      zpty -w z "stty rows 200 ; PS1='' PROMPT='' ; autoload -U compinit && compinit -u -D ; source ./.zsh ; zstyle ':completion:*' list-prompt '' ; LISTMAX=1000 ; setopt NO_ALWAYS_LAST_PROMPT ; print REA''DY"
      zpty -r -m z out '*READY*'
      zpty -w -n z '${line}'$'\\t'$'\\t'
      sleep ${seconds}
      while zpty -r -t z out; do print -rn -- $out; done
      zpty -d z`;
    return run('zsh', '-f', '-c', script);
  }

  it('completes options and files', () => {
    expect(zsh('chaos-report --require')).toContain('--require-experiments');
    const missing = (all: string): string[] =>
      (OPTIONS as readonly Option[]).flatMap(({ name }) => (all.includes(`--${name}`) ? [] : [name]));
    // A busy machine needs longer for the whole list: a terminal does not say when it has all of it.
    const waits = [1, 5, 20];
    let all = '';
    while (waits.length > 0 && missing(all).length > 0) all = zsh('chaos-report --', waits.shift());
    expect(missing(all)).toEqual([]);
    expect(zsh('chaos-report jour')).toMatch(/journal\.json[\s\S]*journey\.txt/);
  });
});
