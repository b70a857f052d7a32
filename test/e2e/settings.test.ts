import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { emptyFolder, type Folder } from './command.js';

let folder: Folder;
beforeEach(() => {
  folder = emptyFolder();
  folder.fixture('01-completed-met', 'journal.json');
});
afterEach(() => folder.remove());

describe('a file that somebody wrote', () => {
  it('is read as YAML by the built command', async () => {
    writeFileSync(folder.at('lab.yaml'), 'configuration:\n  api: http://lab\n');
    const ran = await folder.run('journal.json', '--var-file', 'lab.yaml');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
  });

  it('is told of with the lines of all its mistakes, and nothing is written', async () => {
    writeFileSync(folder.at('lab.yaml'), 'secrets: [x]\nconfiguration: 4\n');
    const ran = await folder.run('journal.json', '--var-file', 'lab.yaml', '-o', 'report.json');
    expect(ran).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr: [
        'error: lab.yaml:1:10: /secrets has to be names with their values, and is a list.',
        '       For example: {"api_url":"http://localhost:8080"}.',
        'error: lab.yaml:2:16: /configuration has to be names with their values, and is 4.',
        '       For example: {"api_url":"http://localhost:8080"}.\n',
      ].join('\n'),
    });
  });
});
