import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'junit2json';
import { parse as parseYaml } from 'yaml';
import { SETTABLE, variableOf } from '../../src/cli/config/settable.js';
import { VERSION } from '../../src/version.js';
import { codeOf, mounted, workspace, yamlOf, type Workspace } from './recipe.js';

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly script?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string | number>>;
}
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const GITHUB = {
  GITHUB_ACTIONS: 'true',
  GITHUB_STEP_SUMMARY: 'step-summary',
  GITHUB_OUTPUT: 'step-output',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_SHA: '0f3a2b1c4d5e',
  GITHUB_RUN_ID: '9',
  GITHUB_WORKFLOW: 'Chaos',
} as const;

let job: Workspace;
beforeEach(() => {
  job = workspace();
  job.experiment('experiments/good.json', '01-completed-met');
  job.experiment('experiments/deviates.json', '02-deviated');
});
afterEach(() => job.remove());

/** All went well but the system: what the gate is for. */
async function expectReport(junit: string, ...files: readonly string[]): Promise<void> {
  for (const file of files) expect([file, job.has(file)]).toEqual([file, true]);
  const results = (await parse(job.read(junit))) as { readonly testsuite: readonly { readonly name: string }[] };
  expect(results.testsuite).toHaveLength(2);
}

function stepsOf(page: string, file: number, name: string): readonly Step[] {
  return yamlOf<Workflow>(page)[file]!.jobs[name]!.steps;
}

describe('the recipe for GitHub Actions', () => {
  it('publishes the report, shows it, and fails the step', async () => {
    const [experiments, report] = stepsOf('github-actions', 0, 'chaos').flatMap(({ run }) => run ?? []);
    const shell = ['bash', '-e', '-c'];
    expect(job.run(experiments!, GITHUB, shell)).toMatchObject({ code: 0 });
    const { code, output } = job.run(report!, GITHUB, shell);
    expect(code).toBe(3);
    expect(output).toMatch(/^::error title=Deviated%3A /m);
    expect(output).toMatch(/^gate: journals\/deviates\.json#\//m);
    await expectReport('report/junit.xml', 'report/report.html', 'report/report.pdf');
    expect(job.read('step-summary')).toContain('Made in GitHub Actions');
    expect(job.read('step-output')).toContain('tripped');
  });

  it('passes where the system held', () => {
    const [, report] = stepsOf('github-actions', 0, 'chaos').flatMap(({ run }) => run ?? []);
    mkdirSync(job.at('journals'));
    writeFileSync(job.at('journals/j.json'), readFileSync('fixtures/01-completed-met.json'));
    expect(job.run(report!, GITHUB)).toMatchObject({ code: 0 });
  });
});

describe('the action', () => {
  interface Action {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
    readonly outputs: Readonly<Record<string, { readonly value: string }>>;
    readonly runs: { readonly steps: readonly Required<Pick<Step, 'run' | 'env'>>[] };
  }
  const action = parseYaml(readFileSync('action.yml', 'utf8')) as Action;
  const [step] = action.runs.steps;

  /** Runs it as the runner does, with these inputs. */
  function use(inputs: Readonly<Record<string, string>>): ReturnType<Workspace['run']> {
    const values = {
      ...Object.fromEntries(Object.entries(action.inputs).map(([key, one]) => [key, one.default])),
      ...inputs,
    };
    const env = Object.fromEntries(
      Object.entries(step!.env).map(([name, text]) => [
        name,
        text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/, (_, input: string) => values[input] ?? ''),
      ]),
    );
    return job.run(step!.run, { ...GITHUB, ...env });
  }

  it('does what the page says of it', () => {
    const [used] = stepsOf('github-actions', 1, 'chaos').filter(({ id }) => id === 'report');
    expect(Object.keys(used!.with ?? {}).filter((name) => !(name in action.inputs))).toEqual([]);
    job.run(stepsOf('github-actions', 0, 'chaos').find(({ run }) => run?.includes('chaos run'))!.run!);
    const inputs = Object.fromEntries(Object.entries(used!.with ?? {}).map(([name, value]) => [name, String(value)]));
    expect(use(inputs).code).toBe(3);
    expect(job.has('report/report.html', 'report/report.pdf')).toBe(true);
    const written = [...job.read('step-output').matchAll(/^([\w-]+)<</gm)].map(([, name]) => name);
    for (const [name, { value }] of Object.entries(action.outputs)) {
      expect(value).toBe(`\${{ steps.report.outputs.${name} }}`);
      expect(written).toContain(name);
    }
  });

  it('takes no input for a command', () => {
    mkdirSync(job.at('odd'));
    const name = '$(touch pwned); `touch pwned` "x".json';
    writeFileSync(job.at(`odd/${name}`), readFileSync('fixtures/01-completed-met.json'));
    const { code } = use({ journals: `odd/${name}\n`, title: '$(touch pwned)\n::error::x', output: 'r.json' });
    expect([code, job.has('pwned'), job.has('r.json')]).toEqual([0, false, true]);
    expect(use({ journals: '--version', output: 'r.json' }).output).toContain('--version');
    expect(step!.run).not.toContain('${{');
  });

  it('sets options by their names, and its own version', () => {
    const known = new Set([...SETTABLE.map(({ name }) => variableOf(name)), variableOf('config')]);
    expect(Object.keys(step!.env).filter((name) => name.startsWith('CHAOS_REPORT_') && !known.has(name))).toEqual([]);
    expect(action.inputs.version?.default).toBe(VERSION);
  });
});

describe('the recipe for shards', () => {
  it('makes one report of all', async () => {
    job.experiment('experiments/payments/good.json', '01-completed-met');
    job.experiment('experiments/search/deviates.json', '02-deviated');
    const [shard] = stepsOf('shards', 0, 'shard').flatMap(({ run }) => run ?? []);
    for (const SHARD of ['payments', 'search']) expect(job.run(shard!, { ...GITHUB, SHARD }).code).toBe(0);
    const [report] = stepsOf('shards', 0, 'report').flatMap(({ run }) => run ?? []);
    expect(job.run(report!, GITHUB).code).toBe(3);
    await expectReport('junit.xml', 'report/index.html', 'report/e1.html', 'report/e2.html');
  });
});

describe('the recipe for GitLab', () => {
  interface Pipeline {
    readonly experiments: { readonly script: readonly string[] };
    readonly report: { readonly script: readonly string[]; readonly artifacts: { readonly expose_as: string } };
    readonly pages: { readonly script: readonly string[] };
  }
  const env = {
    GITLAB_CI: 'true',
    CI_PROJECT_URL: 'https://git.example/a/b',
    CI_COMMIT_SHA: 'abc',
    CI_JOB_NAME: 'report',
  };

  it('publishes the report, and fails the job', async () => {
    const [{ experiments, report, pages } = {} as Pipeline] = yamlOf<Pipeline>('gitlab');
    const run = (script: readonly string[]): ReturnType<Workspace['run']> => job.run(script.join('\n'), env);
    expect(run(experiments.script).code).toBe(0);
    expect(run(report.script).code).toBe(3);
    await expectReport('junit.xml', 'report.pdf', 'public/index.html');
    expect(job.read('public/index.html')).toContain('https://git.example/a/b/-/commit/abc');
    expect(run(pages.script).code).toBe(0);
    // docs.gitlab.com, "artifacts:expose_as".
    expect(report.artifacts.expose_as).toMatch(/^[\w -]{1,100}$/);
  });
});

describe('the recipe for Jenkins', () => {
  it('publishes a page for its policy, and fails the build', async () => {
    const [pipeline = ''] = codeOf('jenkins', 'groovy');
    // Groovy reads a backslash at the end of a line of ''' as we mean it for the shell only where it is doubled.
    const scripts = [...pipeline.matchAll(/sh '''\n([\s\S]*?)'''/g)].map(([, script]) => script ?? '');
    expect(scripts).toHaveLength(2);
    const env = {
      JENKINS_URL: 'https://ci.example/',
      BUILD_ID: '7',
      BUILD_NUMBER: '7',
      BUILD_URL: 'https://ci.example/job/x/7/',
    };
    const shell = ['sh', '-xec'];
    expect(job.run(groovyText(scripts[0]!), env, shell).code).toBe(0);
    expect(job.run(groovyText(scripts[1]!), env, shell).code).toBe(3);
    await expectReport('junit.xml', 'report/index.html', 'report/index.css', 'report/report.pdf');
    const html = job.read('report/index.html');
    expect(html).not.toMatch(/<style|<script(?! src=| type="application\/json")| style="/);
    expect(html).toContain('https://ci.example/job/x/7/');
  });

  /** What Groovy makes of a text between three quotes: a backslash at the end of a line joins it with the next. */
  function groovyText(source: string): string {
    return source.replace(/\\\n/g, '').replace(/\\(.)/g, '$1');
  }
});

describe('the recipe for Azure Pipelines', () => {
  it('publishes the report, shows it, and fails the step', async () => {
    const [pipeline] = yamlOf<{ readonly steps: readonly Step[] }>('azure-pipelines');
    const [experiments, report] = pipeline!.steps.flatMap(({ script }) => script ?? []);
    const env = { TF_BUILD: 'True', AGENT_TEMPDIRECTORY: job.at('temp'), BUILD_BUILDNUMBER: '2026.1' };
    const shell = ['bash', '--noprofile', '--norc', '-c'];
    expect(job.run(experiments!, env, shell).code).toBe(0);
    const { code, output } = job.run(report!, env, shell);
    expect(code).toBe(3);
    expect(output).toContain(`##vso[task.uploadsummary]${job.at('temp/chaos-report.md')}`);
    expect(output).toMatch(/^##vso\[task\.logissue type=error\]/m);
    await expectReport('report/junit.xml', 'report/report.html', 'report/report.pdf');
  });
});

describe('the recipe for Kubernetes', () => {
  interface Resource {
    readonly kind: string;
    readonly data?: Readonly<Record<string, string>>;
    readonly spec?: {
      readonly template: {
        readonly spec: {
          readonly securityContext: object;
          readonly containers: readonly {
            readonly args: readonly string[];
            readonly securityContext: object;
            readonly volumeMounts: readonly { readonly mountPath: string }[];
          }[];
        };
      };
    };
  }

  it('runs without rights, writes to its volume alone, and fails', () => {
    const [config, resource] = yamlOf<Resource>('kubernetes');
    const pod = resource!.spec!.template.spec;
    const [container] = pod.containers;
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true });
    expect(container!.securityContext).toMatchObject({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false });
    const folders = container!.volumeMounts.map(({ mountPath }) => mountPath.slice(1));
    for (const folder of folders) mkdirSync(job.at(folder));
    writeFileSync(job.at('journals/j.json'), readFileSync('fixtures/02-deviated.json'));
    writeFileSync(job.at('config/config.yaml'), mounted(config!.data!['config.yaml']!, folders, job));
    const before = readdirSync(job.at('.'));
    const args = container!.args.map((arg) => `'${mounted(arg, folders, job)}'`).join(' ');
    expect(job.run(`npx --yes chaos-report@${VERSION} ${args}`).code).toBe(3);
    expect(job.files('reports')).toEqual(['report.html', 'report.json', 'report.pdf']);
    expect(readdirSync(job.at('.'))).toEqual(before);
  });
});

describe('every page', () => {
  const pages = readdirSync('docs/ci').map((name) => name.replace(/\.md$/, ''));

  it.each(pages)('%s names the version of this package, and stands in the list', (page) => {
    const text = readFileSync(`docs/ci/${page}.md`, 'utf8');
    const versions = [...text.matchAll(/chaos-report(?:@|:|-|@v)(\d+\.\d+\.\d+)/g)].map(([, version]) => version);
    expect([...new Set(versions)].filter((version) => version !== VERSION)).toEqual([]);
    if (page !== 'README') expect(readFileSync('docs/ci/README.md', 'utf8')).toContain(`(${page}.md)`);
  });

  it('the image is small and runs as nobody much', () => {
    const [dockerfile = ''] = codeOf('docker', 'dockerfile');
    const lines = dockerfile.trim().split('\n');
    expect(lines[0]).toBe('FROM node:22-slim');
    expect(lines.findIndex((line) => line.startsWith('USER node'))).toBeGreaterThan(
      lines.findIndex((line) => line.startsWith('RUN ')),
    );
    expect(dockerfile).not.toMatch(/chromium|apt-get/i);
  });
});
