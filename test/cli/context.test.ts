import { describe, expect, it } from '@jest/globals';
import { CI_CHOICES, findContext, safeUrl, type Environment } from '../../src/cli/ci/context.js';
import { SERVERS } from '../../src/cli/ci/context-variables.js';
import { composeFront, DEFAULT_WORDS } from '../../src/document/compose.js';
import { plainText } from '../../src/document/inline.js';
import { buildReport } from '../../src/report/collect.js';
import type { PipelineContext } from '../../src/report/types.js';
import { SETTINGS } from '../support/fixtures.js';

const GITHUB = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_SHA: '0f3a2b1c4d5e6f708192a3b4c5d6e7f8091a2b3c',
  GITHUB_REF: 'refs/heads/feature/x y',
  GITHUB_REF_TYPE: 'branch',
  GITHUB_REF_NAME: 'feature/x y',
  GITHUB_HEAD_REF: '',
  GITHUB_WORKFLOW: 'Chaos',
  GITHUB_RUN_NUMBER: '42',
  GITHUB_RUN_ID: '9000',
  GITHUB_JOB: 'report',
  GITHUB_TOKEN: 'ghs_secret',
} as const;

async function contextOf(word: string, env: Environment): Promise<PipelineContext> {
  const found = await findContext(word, env);
  if (!found) throw new Error('nothing found');
  return found.context;
}

describe('the context of a build', () => {
  it('of GitHub Actions has links', async () => {
    expect(await contextOf('github', GITHUB)).toEqual({
      server: 'GitHub Actions',
      commit: { name: GITHUB.GITHUB_SHA, url: `https://github.com/acme/shop/commit/${GITHUB.GITHUB_SHA}` },
      branch: { name: 'feature/x y', url: 'https://github.com/acme/shop/tree/feature/x%20y' },
      pullRequest: null,
      build: { name: 'Chaos #42', url: 'https://github.com/acme/shop/actions/runs/9000' },
      job: { name: 'report', url: null },
    });
    const pull = { ...GITHUB, GITHUB_REF: 'refs/pull/7/merge', GITHUB_HEAD_REF: 'fix', GITHUB_REF_NAME: '7/merge' };
    expect(await contextOf('github', pull)).toMatchObject({
      branch: { name: 'fix', url: null },
      pullRequest: { name: '#7', url: 'https://github.com/acme/shop/pull/7' },
    });
  });

  it.each([
    [
      'gitlab',
      {
        CI_PROJECT_URL: 'https://git.example/a/b',
        CI_COMMIT_SHA: 'abc',
        CI_MERGE_REQUEST_IID: '3',
        CI_PIPELINE_ID: '5',
        CI_PIPELINE_URL: 'https://git.example/a/b/-/pipelines/5',
        CI_JOB_NAME: 'report',
        CI_JOB_URL: 'https://git.example/a/b/-/jobs/6',
      },
      'GitLab CI, build #5 https://git.example/a/b/-/pipelines/5, job report https://git.example/a/b/-/jobs/6, commit abc https://git.example/a/b/-/commit/abc, pullRequest !3 https://git.example/a/b/-/merge_requests/3',
    ],
    [
      'jenkins',
      {
        GIT_COMMIT: 'abc',
        BRANCH_NAME: 'main',
        BUILD_NUMBER: '8',
        BUILD_URL: 'https://ci.example/job/x/8/',
        JOB_NAME: 'x',
      },
      'Jenkins, build #8 https://ci.example/job/x/8/, job x, branch main, commit abc',
    ],
    [
      'azure',
      {
        BUILD_SOURCEVERSION: 'abc',
        BUILD_SOURCEBRANCH: 'refs/heads/main',
        SYSTEM_COLLECTIONURI: 'https://dev.azure.com/org/',
        SYSTEM_TEAMPROJECT: 'My project',
        BUILD_BUILDID: '12',
        BUILD_BUILDNUMBER: '2026.1',
        BUILD_REPOSITORY_URI: 'https://user:token@dev.azure.com/org/p/_git/r',
      },
      'Azure Pipelines, build 2026.1 https://dev.azure.com/org/My%20project/_build/results?buildId=12, branch main, commit abc https://dev.azure.com/org/p/_git/r/commit/abc',
    ],
    [
      'bitbucket',
      { BITBUCKET_COMMIT: 'abc', BITBUCKET_GIT_HTTP_ORIGIN: 'http://bitbucket.org/a/b', BITBUCKET_BUILD_NUMBER: '4' },
      'Bitbucket Pipelines, build #4 https://bitbucket.org/a/b/pipelines/results/4, commit abc https://bitbucket.org/a/b/commits/abc',
    ],
    [
      'circleci',
      { CIRCLE_SHA1: 'abc', CIRCLE_PULL_REQUEST: 'https://github.com/a/b/pull/9', CIRCLE_JOB: 'j' },
      'CircleCI, job j, commit abc, pullRequest #9 https://github.com/a/b/pull/9',
    ],
    [
      'buildkite',
      {
        BUILDKITE_COMMIT: 'abc',
        BUILDKITE_PULL_REQUEST: 'false',
        BUILDKITE_BUILD_URL: 'javascript:alert(1)',
        BUILDKITE_BUILD_NUMBER: '1',
      },
      'Buildkite, build #1, commit abc',
    ],
  ])('of %s is what its variables say', async (word, env, said) => {
    const { server, ...parts } = await contextOf(word, env);
    const order = ['build', 'job', 'branch', 'commit', 'pullRequest'] as const;
    const words = order.flatMap((name) => {
      const part = parts[name];
      return part ? [`${name} ${part.name}${part.url === null ? '' : ` ${part.url}`}`] : [];
    });
    expect([server, ...words].join(', ')).toBe(said);
  });

  it('reads nothing that could be a secret', async () => {
    const asked = new Set<string>();
    const env = new Proxy({}, { get: (_, name) => (asked.add(String(name)), 'x') });
    for (const word of CI_CHOICES) if (word !== 'auto') await findContext(word, env);
    expect(asked.size).toBeGreaterThan(30);
    expect([...asked].filter((name) => /TOKEN|SECRET|PASSWORD|KEY|AUTH|CREDENTIAL/.test(name))).toEqual([]);
  });

  it('has addresses of the web only, without credentials', () => {
    expect(safeUrl('https://me:pass@host/x?y=1')).toBe('https://host/x?y=1');
    for (const text of [
      '',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,x',
      'host/x',
      'ssh://git@host/x',
    ]) {
      expect([text, safeUrl(text)]).toEqual([text, null]);
    }
  });

  it('stands on page 1', async () => {
    const context = await contextOf('github', GITHUB);
    const { head } = buildReport([], { ...SETTINGS, context });
    expect(head.context).toEqual(context);
    const words = composeFront(head, DEFAULT_WORDS).sections[0]!.blocks.map((block) =>
      block.kind === 'paragraph' ? plainText(block.content) : '',
    );
    expect(words).toContain(
      'Made in GitHub Actions: build Chaos #42, job report, branch feature/x y, commit 0f3a2b1c4d5e.',
    );
  });

  it('is none where none was asked for', async () => {
    expect(await findContext('none', GITHUB)).toBeNull();
    expect(Object.values(SERVERS).every(({ word }) => CI_CHOICES.includes(word))).toBe(true);
  });
});
