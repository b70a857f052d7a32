import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { emptyFolder, finished, type Folder, type Ran } from './command.js';

/** What of Node.js the built program, with the libraries in it, uses. Nothing here reaches another machine or starts a program. */
const USED = new Set(
  [
    'assert',
    'buffer',
    'crypto',
    'fs',
    'fs/promises',
    'module',
    'os',
    'path',
    'process',
    'stream',
    'string_decoder',
  ].concat(['tty', 'url', 'util', 'v8', 'worker_threads', 'zlib']),
);

function builtinsOf(text: string): readonly string[] {
  const found = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\b(?:__)?require\d?\s*\(\s*)["'](?:node:)?([\w/]+)["']/g);
  return [...found].flatMap(([, name = '']) => (builtinModules.includes(name) ? [name] : []));
}

const bundled = (readdirSync('dist', { recursive: true }) as string[])
  .filter((file) => /\.c?js$/.test(file))
  .map((file) => [file, readFileSync(`dist/${file}`, 'utf8')] as const);

describe('the built program', () => {
  it('uses nothing of Node.js that reaches the network or starts a program, and neither do its libraries', () => {
    const used = new Set(bundled.flatMap(([, text]) => builtinsOf(text)));
    expect([...used].filter((name) => !USED.has(name))).toEqual([]);
    expect([...used]).toEqual(expect.arrayContaining(['fs', 'zlib', 'crypto']));
  });

  it('starts a thread of the command itself, and of nothing else', () => {
    const started = bundled.flatMap(([, text]) => text.match(/\bnew Worker\d?\([^)]*\)/g) ?? []);
    expect(started).toHaveLength(1);
    expect(started[0]).not.toMatch(/eval|\bdata:/);
  });

  it('asks no server, and makes no code of text but for templates of the user', () => {
    const texts = bundled.map(([file, text]) => [file, withoutStrings(text)] as const);
    const fetching = texts.filter(([, text]) => /\b(?:fetch|WebSocket|XMLHttpRequest|EventSource)\s*\(/.test(text));
    expect(fetching.map(([file]) => file)).toEqual([]);
    // A method of that name is none of the language's.
    const evaluating = texts.filter(([, text]) =>
      /(?<![\w.$])(?:eval|Function)\s*\((?![^()\n]*\)\s*\{)|\bFunction\.apply\b/.test(text),
    );
    // Handlebars compiles the templates of --templates, which are loaded as a chunk of their own.
    expect(evaluating.filter(([, text]) => !text.includes('require_handlebars')).map(([file]) => file)).toEqual([]);
    expect(evaluating.length).toBeLessThanOrEqual(1);
  });
});

/** Code without its comments, and without what it only says. */
function withoutStrings(text: string): string {
  return text.replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, ' ');
}

describe('a hostile journal', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = emptyFolder();
  });
  afterEach(() => folder.remove());

  /** Runs the command with Node's permissions: it may read itself and the folder, write the folder, and nothing else. */
  function confined(...args: readonly string[]): Promise<Ran> {
    const flag = ['--permission', '--experimental-permission'].find((one) =>
      process.allowedNodeEnvironmentFlags.has(one),
    );
    expect(flag).toBeDefined();
    const here = process.cwd();
    const place = realpathSync(folder.path);
    const reads = [`${here}/*`, `${place}*`];
    return finished(
      spawn(
        process.execPath,
        [
          ...[flag!, '--disable-warning=ExperimentalWarning', '--disable-warning=SecurityWarning'],
          ...reads.map((path) => `--allow-fs-read=${path}`),
          ...[`--allow-fs-write=${place}*`, `${here}/dist/cli.js`, ...args],
        ],
        { cwd: place },
      ),
    );
  }

  it('makes the program read, run and ask nothing else, in every format', async () => {
    const bait = [
      '/etc/passwd',
      '../../../../etc/passwd',
      'file:///etc/passwd',
      '\\input{/etc/passwd}',
      '$(id)',
      '`id`',
    ];
    const activity = {
      type: 'action',
      name: '{{constructor.constructor "return process"}}',
      provider: { type: 'process', path: '/bin/sh', arguments: '-c id', module: '../../etc/passwd' },
    };
    const journal = {
      'chaoslib-version': '1.45.0',
      status: 'completed',
      template: '/etc/passwd',
      output: 'elsewhere.html',
      experiment: {
        title: bait.join(' '),
        description: `![x](file:///etc/passwd) ![y](http://127.0.0.1:1/x.png) <img src=/etc/passwd> ${bait.join('\n\n')}`,
        configuration: { a: { type: 'env', key: 'HOME' }, ['__proto__']: 'x' },
        extensions: [{ name: 'report', template: '/etc/passwd', include: bait }],
        method: [activity],
      },
      run: [
        {
          activity,
          status: 'succeeded',
          output: { file: bait, '@include': '/etc/passwd', ['__proto__']: { polluted: 1 } },
        },
      ],
    };
    writeFileSync(folder.at('journal.json'), JSON.stringify(journal));
    folder.fixture('33c-tex-file-inclusion');
    folder.fixture('33b-raw-html-tex');
    const outputs = ['r.pdf', 'r.html', 'r.md', 'r.json', 'pages/'].flatMap((file) => ['-o', file]);
    const ran = await confined('journal.json', '33c-tex-file-inclusion.json', '33b-raw-html-tex.json', ...outputs);
    expect([ran.code, ran.stderr]).toEqual([0, expect.not.stringContaining('ERR_ACCESS_DENIED')]);
    expect(readdirSync(folder.path).sort()).toEqual([
      '33b-raw-html-tex.json',
      '33c-tex-file-inclusion.json',
      'journal.json',
      'pages',
      'r.html',
      'r.json',
      'r.md',
      'r.pdf',
    ]);
    for (const file of ['r.html', 'r.md', 'r.json'])
      expect(readFileSync(folder.at(file), 'utf8')).not.toContain('root:x:0');
    // The permissions do hold: what lies outside cannot be read even when it is asked for.
    const outside = await confined('/etc/passwd', '-o', 'x.html');
    expect([outside.code, outside.stderr]).toEqual([1, expect.stringMatching(/^error: /)]);
  });

  it('that is long is made without a thread where none may be started', async () => {
    const output = { status: 0, stdout: 'a line of it\n'.repeat(30_000), stderr: '' };
    const journal = {
      'chaoslib-version': '1.45.0',
      experiment: { title: 'Long' },
      run: [{ status: 'succeeded', output }],
    };
    writeFileSync(folder.at('long.json'), JSON.stringify(journal));
    const ran = await confined('long.json', '-o', 'r.html', '-o', 'r.pdf');
    expect([ran.code, ran.stderr]).toEqual([0, expect.not.stringContaining('ERR_ACCESS_DENIED')]);
    expect(readdirSync(folder.path).sort()).toEqual(['long.json', 'r.html', 'r.pdf']);
  });

  it('puts no address into a page but http, https and mailto, and nothing that a browser fetches by itself', async () => {
    const links = [
      'javascript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      '//evil.example',
      'ftp://a.b',
    ];
    const description = [
      ...links.map((link) => `[text](${link}) <${link}> ![image](${link})`),
      '[shown](https://good.example/path) ![shown](http://good.example/x.png) <mailto:a@good.example>',
    ].join('\n\n');
    const journal = {
      'chaoslib-version': '1.45.0',
      experiment: { title: 'Links', description, method: [] },
      run: [
        {
          activity: { name: description, type: 'probe' },
          status: 'failed',
          output: description,
          exception: [description],
        },
      ],
    };
    writeFileSync(folder.at('journal.json'), JSON.stringify(journal));
    expect((await folder.run('journal.json', '-o', 'r.html')).code).toBe(0);
    const page = readFileSync(folder.at('r.html'), 'utf8');
    const addresses = [...page.matchAll(/\s(?:href|src|srcset|action|poster|data|style|background)\s*=\s*"([^"]*)"/g)];
    expect(addresses.length).toBeGreaterThan(3);
    for (const [, address = ''] of addresses) expect(address).toMatch(/^(#|https:\/\/good\.|http:\/\/good\.|mailto:)/);
    expect(page).not.toMatch(/<(?:img|iframe|object|embed|link|base|form|video|audio)\b/i);
    // Where a link leads can be read beside it.
    const text = page.replace(/<[^>]*>/g, '');
    for (const target of ['https://good.example/path', 'http://good.example/x.png']) expect(text).toContain(target);
  });
});
