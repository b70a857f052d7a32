import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { emptyFolder, type Folder } from './command.js';

let folder: Folder;
beforeEach(() => {
  folder = emptyFolder();
  folder.fixture('02-deviated');
});
afterEach(() => folder.remove());

/** No server at all, whatever the tests themselves run in. */
const NOWHERE = { CI: 'false', GITHUB_ACTIONS: '', GITLAB_CI: '', TF_BUILD: '', JENKINS_URL: '' };

async function contextIn(env: Readonly<Record<string, string>>, choice = 'auto'): Promise<unknown> {
  const { code } = await folder.runWith(env, '02-deviated.json', '-o', 'r.json', '--ci', choice, '-q');
  expect(code).toBe(0);
  const { head } = JSON.parse(readFileSync(folder.at('r.json'), 'utf8')) as { head: { context: unknown } };
  return head.context;
}

describe('--ci', () => {
  it('finds the server, and its name at least', async () => {
    expect(await contextIn({ ...NOWHERE, CI: 'true', GITLAB_CI: 'true', CI_JOB_NAME: 'report' })).toMatchObject({
      server: 'GitLab CI',
      job: { name: 'report', url: null },
    });
    expect(await contextIn({ ...NOWHERE, CI: 'true', CIRRUS_CI: 'true' })).toMatchObject({
      server: 'Cirrus CI',
      build: null,
    });
  });

  it('auto is nothing where there is none, and none is nothing anywhere', async () => {
    expect(await contextIn(NOWHERE)).toBeNull();
    expect(await contextIn({ ...NOWHERE, CI: 'true', GITLAB_CI: 'true' }, 'none')).toBeNull();
  });

  it('auto shows in GitHub Actions what --github-summary shows', async () => {
    writeFileSync(folder.at('summary'), '');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: 'summary', GITHUB_OUTPUT: 'output', CI: 'true' };
    expect(await contextIn({ ...NOWHERE, ...env })).toMatchObject({ server: 'GitHub Actions' });
    expect(readFileSync(folder.at('summary'), 'utf8')).toContain('Made in GitHub Actions');
    expect(readFileSync(folder.at('output'), 'utf8')).toContain('deviated');
  });

  it('shows a page and issues in Azure Pipelines', async () => {
    const env = { ...NOWHERE, TF_BUILD: 'True', AGENT_TEMPDIRECTORY: folder.path };
    const { code, stderr } = await folder.runWith(env, '02-deviated.json', '--ci', 'azure', '-q');
    expect(code).toBe(0);
    expect(stderr).toContain(`##vso[task.uploadsummary]${folder.at('chaos-report.md')}\n`);
    expect(stderr).toMatch(/^##vso\[task\.logissue type=error\]Deviated: Does checkout /m);
    expect(existsSync(folder.at('chaos-report.md'))).toBe(true);
  });
});
