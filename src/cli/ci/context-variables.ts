/**
 * The variables in which CI servers say what they work on, as data. Nothing else of the environment is read, so that no
 * secret can come into a report. Sources: each server's page of predefined variables.
 */

/** The environment, as far as the table asks for it. */
export type Lookup = (name: string) => string;

/** A name and an address; either may be empty. */
type Part = readonly [name: string, url: string];

/** What one server says. */
export interface ServerVariables {
  /** The word for `--ci`. */
  readonly word: string;
  readonly server: string;
  readonly commit: (get: Lookup) => Part;
  readonly branch: (get: Lookup) => Part;
  readonly pullRequest: (get: Lookup) => Part;
  readonly build: (get: Lookup) => Part;
  readonly job: (get: Lookup) => Part;
}

/** The address of something in a project; none where a piece is missing. */
function url(base: string, path: string, name: string): string {
  return base === '' || name === ''
    ? ''
    : `${base.replace(/\/+$/, '')}/${path}${name.split('/').map(encodeURIComponent).join('/')}`;
}

const numbered = (sign: string, number: string): string => (number === '' ? '' : `${sign}${number}`);

const github = (get: Lookup): string => url(get('GITHUB_SERVER_URL'), '', get('GITHUB_REPOSITORY'));
const bitbucket = (get: Lookup): string => get('BITBUCKET_GIT_HTTP_ORIGIN').replace(/^http:/, 'https:');
const azureProject = (get: Lookup): string => url(get('SYSTEM_COLLECTIONURI'), '', get('SYSTEM_TEAMPROJECT'));

/** The number of a pull request: `refs/pull/12/merge`. */
const githubNumber = (get: Lookup): string => /^refs\/pull\/(\d+)\//.exec(get('GITHUB_REF'))?.[1] ?? '';

/** By the id that ci-info has for the server. */
export const SERVERS: Readonly<Record<string, ServerVariables>> = {
  GITHUB_ACTIONS: {
    word: 'github',
    server: 'GitHub Actions',
    commit: (get) => [get('GITHUB_SHA'), url(github(get), 'commit/', get('GITHUB_SHA'))],
    branch: (get) => {
      const name = get('GITHUB_HEAD_REF') || (get('GITHUB_REF_TYPE') === 'branch' ? get('GITHUB_REF_NAME') : '');
      return [name, get('GITHUB_HEAD_REF') === '' ? url(github(get), 'tree/', name) : ''];
    },
    pullRequest: (get) => [numbered('#', githubNumber(get)), url(github(get), 'pull/', githubNumber(get))],
    build: (get) => [
      [get('GITHUB_WORKFLOW'), numbered('#', get('GITHUB_RUN_NUMBER'))].filter((part) => part !== '').join(' '),
      url(github(get), 'actions/runs/', get('GITHUB_RUN_ID')),
    ],
    job: (get) => [get('GITHUB_JOB'), ''],
  },
  GITLAB: {
    word: 'gitlab',
    server: 'GitLab CI',
    commit: (get) => [get('CI_COMMIT_SHA'), url(get('CI_PROJECT_URL'), '-/commit/', get('CI_COMMIT_SHA'))],
    branch: (get) => {
      const name = get('CI_MERGE_REQUEST_SOURCE_BRANCH_NAME') || get('CI_COMMIT_BRANCH');
      return [name, url(get('CI_PROJECT_URL'), '-/tree/', get('CI_COMMIT_BRANCH'))];
    },
    pullRequest: (get) => [
      numbered('!', get('CI_MERGE_REQUEST_IID')),
      url(get('CI_PROJECT_URL'), '-/merge_requests/', get('CI_MERGE_REQUEST_IID')),
    ],
    build: (get) => [numbered('#', get('CI_PIPELINE_ID')), get('CI_PIPELINE_URL')],
    job: (get) => [get('CI_JOB_NAME'), get('CI_JOB_URL')],
  },
  JENKINS: {
    word: 'jenkins',
    server: 'Jenkins',
    commit: (get) => [get('GIT_COMMIT'), ''],
    branch: (get) => [get('CHANGE_BRANCH') || get('BRANCH_NAME') || get('GIT_BRANCH'), ''],
    pullRequest: (get) => [numbered('#', get('CHANGE_ID')), get('CHANGE_URL')],
    build: (get) => [get('BUILD_DISPLAY_NAME') || numbered('#', get('BUILD_NUMBER')), get('BUILD_URL')],
    job: (get) => [get('JOB_NAME'), get('JOB_URL')],
  },
  AZURE_PIPELINES: {
    word: 'azure',
    server: 'Azure Pipelines',
    commit: (get) => [
      get('BUILD_SOURCEVERSION'),
      url(get('BUILD_REPOSITORY_URI'), 'commit/', get('BUILD_SOURCEVERSION')),
    ],
    branch: (get) => [
      (get('SYSTEM_PULLREQUEST_SOURCEBRANCH') || get('BUILD_SOURCEBRANCH')).replace(/^refs\/heads\//, ''),
      '',
    ],
    pullRequest: (get) => {
      const number = get('SYSTEM_PULLREQUEST_PULLREQUESTNUMBER') || get('SYSTEM_PULLREQUEST_PULLREQUESTID');
      const path = get('BUILD_REPOSITORY_PROVIDER') === 'GitHub' ? 'pull/' : 'pullrequest/';
      return [numbered('#', number), url(get('BUILD_REPOSITORY_URI'), path, number)];
    },
    build: (get) => [get('BUILD_BUILDNUMBER'), url(azureProject(get), '_build/results?buildId=', get('BUILD_BUILDID'))],
    job: (get) => [get('SYSTEM_JOBDISPLAYNAME') || get('AGENT_JOBNAME'), ''],
  },
  BITBUCKET: {
    word: 'bitbucket',
    server: 'Bitbucket Pipelines',
    commit: (get) => [get('BITBUCKET_COMMIT'), url(bitbucket(get), 'commits/', get('BITBUCKET_COMMIT'))],
    branch: (get) => [get('BITBUCKET_BRANCH'), url(bitbucket(get), 'branch/', get('BITBUCKET_BRANCH'))],
    pullRequest: (get) => [
      numbered('#', get('BITBUCKET_PR_ID')),
      url(bitbucket(get), 'pull-requests/', get('BITBUCKET_PR_ID')),
    ],
    build: (get) => [
      numbered('#', get('BITBUCKET_BUILD_NUMBER')),
      url(bitbucket(get), 'pipelines/results/', get('BITBUCKET_BUILD_NUMBER')),
    ],
    job: () => ['', ''],
  },
  CIRCLE: {
    word: 'circleci',
    server: 'CircleCI',
    commit: (get) => [get('CIRCLE_SHA1'), ''],
    branch: (get) => [get('CIRCLE_BRANCH'), ''],
    pullRequest: (get) => {
      const number = /\/(\d+)\/?$/.exec(get('CIRCLE_PULL_REQUEST'))?.[1] ?? '';
      return [numbered('#', number), get('CIRCLE_PULL_REQUEST')];
    },
    build: (get) => [numbered('#', get('CIRCLE_BUILD_NUM')), get('CIRCLE_BUILD_URL')],
    job: (get) => [get('CIRCLE_JOB'), ''],
  },
  BUILDKITE: {
    word: 'buildkite',
    server: 'Buildkite',
    commit: (get) => [get('BUILDKITE_COMMIT'), ''],
    branch: (get) => [get('BUILDKITE_BRANCH'), ''],
    pullRequest: (get) => [
      get('BUILDKITE_PULL_REQUEST') === 'false' ? '' : numbered('#', get('BUILDKITE_PULL_REQUEST')),
      '',
    ],
    build: (get) => [numbered('#', get('BUILDKITE_BUILD_NUMBER')), get('BUILDKITE_BUILD_URL')],
    job: (get) => [get('BUILDKITE_LABEL'), ''],
  },
};
