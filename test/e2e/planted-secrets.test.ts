/** Secrets planted in every place and encoding of a journal, and looked for in the finished bytes of every format. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { htmlText } from '../support/html-text.js';
import { formsOf, planted, secretsByPlace } from '../support/planted-journal.js';
import { readPdf } from '../support/read-pdf.js';
import { folderForEach } from './folder-for-each.js';

const folder = folderForEach();

/** Every file below a folder, the journal itself left out. */
function outputs(path: string): readonly string[] {
  return readdirSync(path).flatMap((name) => {
    const file = join(path, name);
    if (name.endsWith('.journal.json')) return [];
    return statSync(file).isDirectory() ? outputs(file) : [file];
  });
}

/** The bytes of a file; of a page, its text without the places to break at; of a PDF, every stream: attachments, pages, metadata. */
function textsOf(file: string): readonly string[] {
  const bytes = readFileSync(file);
  const texts = [bytes.toString('utf8'), bytes.toString('latin1')];
  if (file.endsWith('.html')) texts.push(htmlText(bytes.toString('utf8')));
  if (!file.endsWith('.pdf')) return texts;
  for (let at = bytes.indexOf('stream\n'); at !== -1; at = bytes.indexOf('stream\n', at + 7)) {
    if (bytes.subarray(at - 3, at).toString() === 'end') continue;
    try {
      const stream = inflateSync(bytes.subarray(at + 7));
      texts.push(stream.toString('utf8'), stream.toString('latin1'));
    } catch {
      // A font that is not packed, or a picture.
    }
  }
  return texts;
}

const FORMATS = ['-o', 'r.pdf', '-o', 'r.html', '-o', 'r.md', '-o', 'r.json', '-o', 'pages/'];

describe('planted secrets', () => {
  it('are in no output of any format, nor in what the command says', async () => {
    const { of: secret, all: used } = secretsByPlace();
    const { journal, visible } = planted(secret);
    writeFileSync(folder.at(`${secret('token')}.journal.json`), JSON.stringify(journal));
    writeFileSync(folder.at('plain.journal.json'), JSON.stringify(journal));
    const runs = [
      await folder.run(`${secret('token')}.journal.json`, ...FORMATS),
      await folder.run(`${secret('token')}.journal.json`, '-o', 'f.html', '--fragment'),
      await folder.run('plain.journal.json', '-v', '-o', 'tests.xml'),
      await folder.run('plain.journal.json'),
      await folder.run(`${secret('token')}.journal.json`, '-o', 'c.html', '--profile', 'confluence'),
    ];
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
    const said = runs.map(({ stdout, stderr }) => stdout + stderr).join('\n');
    const texts = new Map(outputs(folder.path).map((file) => [file.slice(folder.path.length + 1), textsOf(file)]));
    texts.set('what is said', [said]);
    texts.set('r.pdf as it is read', [await readPdf(folder.at('r.pdf'))]);
    expect(texts.size).toBeGreaterThan(9);

    const leaks = [...texts].flatMap(([file, parts]) =>
      [...used].flatMap(([place, value]) => {
        return formsOf(value)
          .filter((form) => parts.some((part) => part.includes(form)))
          .map((form) => `${place} in ${file}: ${form}`);
      }),
    );
    expect(leaks).toEqual([]);
    for (const name of ['r.html', 'r.md', 'r.json', 'r.pdf as it is read']) {
      for (const text of visible)
        expect([name, texts.get(name)?.some((part) => part.includes(text))]).toEqual([name, true]);
    }
  });
});

describe('what cannot be read', () => {
  it('is not quoted where it may be a secret', async () => {
    const secret = 'qX7kP2mN9vR4tW';
    const broken: Readonly<Record<string, string>> = {
      'word.json': `{"chaoslib-version":"1","experiment":{},"password": ${secret}}`,
      'cut.json': `{"chaoslib-version":"1","experiment":{},"run":[{"password": "${secret}`,
      'colon.json': `{"chaoslib-version":"1","experiment":{},"${secret}" 1}`,
      'shape.json': `{"chaoslib-version":"1","experiment":"${secret}","run":[]}`,
      'lines.jsonl': `{"experiment":{},"run":[],"status":"completed"}\n{"experiment":{},"run": ${secret}}\n`,
      'anchor.yaml': `experiment: {}\nrun: []\npassword: *${secret}\n`,
    };
    for (const [file, text] of Object.entries(broken)) writeFileSync(folder.at(file), text);
    const good = 'good.json';
    writeFileSync(folder.at(good), '{"chaoslib-version":"1","experiment":{},"run":[],"status":"completed"}');
    const { code, stdout, stderr } = await folder.run(good, ...Object.keys(broken), '-v', '-o', 'r.json', '-o', 'r.md');
    expect(code).toBe(1);
    expect(stderr).toContain('word.json');
    const written = ['r.json', 'r.md'].map((file) => readFileSync(folder.at(file), 'utf8'));
    expect([stdout, stderr, ...written].filter((text) => text.includes(secret))).toEqual([]);
  });
});

describe('--unmasked', () => {
  it('shows secrets, and marks every page and format so', async () => {
    folder.fixture('20-config-env-secrets');
    const { code, stderr } = await folder.run('20-config-env-secrets.json', '--unmasked', ...FORMATS, '-o', 't.xml');
    expect(code).toBe(0);
    expect(stderr).toContain('nothing is masked');
    for (const file of outputs(folder.path).filter((name) => /\.(html|md|xml)$/.test(name))) {
      expect([file, /Unmasked/.test(readFileSync(file, 'utf8'))]).toEqual([file, true]);
    }
    expect(textsOf(folder.at('r.html')).join('\n')).toContain('s3cr3t-inline-token');
    expect(JSON.parse(readFileSync(folder.at('r.json'), 'utf8'))).toMatchObject({
      head: { masking: { unmasked: true }, redactions: [] },
    });
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const document = await getDocument({ data: new Uint8Array(readFileSync(folder.at('r.pdf'))), verbosity: 0 })
      .promise;
    for (let page = 1; page <= document.numPages; page++) {
      const { items } = await (await document.getPage(page)).getTextContent();
      expect(items.map((item) => ('str' in item ? item.str : '')).join(' ')).toContain('Unmasked: contains secrets');
    }
    expect(await document.getAttachments()).toBeNull();
    await document.destroy();
  });
});

describe('--redact', () => {
  it('masks more and keeps what is no secret, by value, pattern, path and name', async () => {
    const journal = {
      'chaoslib-version': '1.45.0',
      experiment: {
        title: 'T for acme',
        method: [],
        rollbacks: [],
        configuration: { pageToken: 'plain-page-token-1', api_token: 'kept-api-token-9' },
      },
      status: 'completed',
      run: [
        {
          activity: { type: 'probe', name: 'p' },
          status: 'succeeded',
          output: { customer: 'C-4711-XY', note: 'of CUST-123456', deep: [{ ref: 'R' }] },
        },
      ],
    };
    writeFileSync(folder.at('a.journal.json'), JSON.stringify(journal));
    writeFileSync(
      folder.at('rules.yaml'),
      [
        'mask:',
        '  - value: acme',
        '  - pattern: "CUST-[0-9]+"',
        '    name: customer number',
        '  - path: $.run[*].output.customer',
        'keep:',
        '  - name: api_token',
      ].join('\n'),
    );
    const { code } = await folder.run('a.journal.json', '--redact', 'rules.yaml', '-o', 'r.json', '-o', 'r.md');
    expect(code).toBe(0);
    const text = readFileSync(folder.at('r.json'), 'utf8');
    for (const gone of ['acme', 'CUST-123456', 'C-4711-XY']) expect([gone, text.includes(gone)]).toEqual([gone, false]);
    expect(text).toContain('kept-api-token-9');
    expect(readFileSync(folder.at('r.md'), 'utf8')).toContain('a rule given to the report: customer number');
    const { head } = JSON.parse(text) as { head: { masking: unknown } };
    expect(head.masking).toEqual({ unmasked: false, rules: 3, kept: 1 });
  });

  it('tells of all that is wrong in the rules, with its line', async () => {
    folder.fixture('02-deviated');
    writeFileSync(
      folder.at('rules.yaml'),
      'mask:\n  - pattern: "a(?=b)"\n  - path: "$.a[?(@.b)]"\n  - value: x\n    path: $.a\nkeeep: []\n',
    );
    const first = await folder.run('02-deviated.json', '--redact', 'rules.yaml', '-o', 'r.json');
    expect(first.code).not.toBe(0);
    expect(first.stderr).toContain('Did you mean "keep"?');
    writeFileSync(
      folder.at('rules.yaml'),
      'mask:\n  - pattern: "a(?=b)"\n  - path: "$.a[?(@.b)]"\n  - value: x\n    path: $.a\n',
    );
    const { stderr } = await folder.run('02-deviated.json', '--redact', 'rules.yaml', '-o', 'r.json');
    expect(stderr).toContain('RE2');
    expect(stderr).toContain('rules.yaml:2');
    expect(stderr).toContain('not a JSON path');
    expect(stderr).toContain('this has several');
    expect(readdirSync(folder.path)).not.toContain('r.json');
  });
});
