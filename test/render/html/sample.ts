/** A report of every block kind and inline, ordinary and hostile: what the HTML tests render. */
import type {
  Block,
  CodeLine,
  Column,
  Front,
  Inline,
  Row,
  Section,
  SectionName,
  StatusInline,
  StatusName,
} from '../../../src/document/types.js';
import type { Chapter, Opening } from '../../../src/render/types.js';
import type { Experiment, LevelLine, ReportHead } from '../../../src/report/types.js';

export const text = (value: string): Inline => ({ kind: 'text', text: value });
export const code = (value: string): Inline => ({ kind: 'code', text: value });
export const status = (name: StatusName, word: string = name.replaceAll('-', ' ')): StatusInline => ({
  kind: 'status',
  status: name,
  word,
});
export const link = (id: string, words: string): Inline => ({ kind: 'link', to: { id }, children: [text(words)] });
export const paragraph = (...content: readonly Inline[]): Block => ({ kind: 'paragraph', content });
export const section = (name: SectionName, id: string, title: string, ...blocks: readonly Block[]): Section => ({
  kind: 'section',
  name,
  id,
  title: [text(title)],
  blocks,
});

const LEVEL: LevelLine = {
  before: 'met',
  during: 'met',
  after: 'not-met',
  method: true,
  hypothesis: true,
  cut: null,
  violations: Array.from({ length: 21 }, (_, i) => (i < 12 ? 0.21 + i * 0.023 : 0.8 + (i - 12) * 0.023)),
  samples: { total: 44, met: 23, notMet: 21 },
};
const LEVELS: Readonly<Record<string, LevelLine>> = {
  deviated: LEVEL,
  'not-tested': { ...LEVEL, before: 'not-met', during: 'not-run', after: 'not-run', method: false, violations: [] },
  interrupted: { ...LEVEL, during: 'not-run', after: 'not-run', cut: 0.52, violations: [] },
  held: { ...LEVEL, during: 'not-run', after: 'met', violations: [] },
};

/** Everything that somebody might try to smuggle into a page. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '</code></pre><img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)',
  "' onfocus='alert(1)",
  '{{constructor.constructor "alert(1)"}}',
  '{{{raw}}}',
  '&lt;b&gt;&amp;&#60;',
  '</style><style>*{display:none}',
  'javascript:alert(1)',
  '<!-- --> ]]> <![CDATA[',
  '\u0000chapters\u0000',
  'a\u0007b\u0085c\u007f',
  '\u202eevil\u202c',
  '$& $1 $`',
  '\ud800',
  '__proto__',
] as const;

const column = (key: string, label: string, width: number, more: Partial<Column> = {}): Column => ({
  key,
  label,
  width,
  align: 'start',
  ...more,
});

const MATRIX: readonly Column[] = [
  column('verdict', 'Verdict', 18),
  column('level', 'Level line', 18, { under: 'verdict' }),
  column('experiment', 'Experiment, and the reason', 40, { heading: true }),
  column('reason', 'Reason', 40, { under: 'experiment' }),
  column('started', 'Started, GMT', 11),
  column('duration', 'Duration', 10),
  column('activities', 'Activities', 11),
  column('rollbacks', 'Rollbacks', 7),
];

const EXPERIMENTS = [
  [
    'e1',
    'deviated',
    'Does checkout degrade gracefully when its database goes away?',
    'service-is-healthy answered 503 after the method, and in 21 of 44 samples during it.',
    '13 seconds',
    '4 ok, 1 failed',
    '2 of 2',
  ],
  [
    'e2',
    'not-tested',
    'Gate: steady state is not met before we start',
    'replicas yielded 1 where 3 is expected, before the method; the journal says “completed”.',
    '4 ms',
    'none',
    '1 of 1',
  ],
  [
    'e3',
    'interrupted',
    'Interrupted by Ctrl-C while an action runs',
    'Stopped during long action; verified before the method, never after it.',
    '518 ms',
    '1 ok, 1 no end',
    '0 of 1',
  ],
  [
    'e4',
    'held',
    HOSTILE.join(' '),
    'Verified before and after; 2 of 3 activities failed.',
    '7 seconds',
    '1 ok',
    'none',
  ],
] as const;

function matrixRow([id, verdict, title, reason, duration, activities, rollbacks]: (typeof EXPERIMENTS)[number]): Row {
  const level = LEVELS[verdict] ?? LEVEL;
  return {
    status: verdict,
    target: id,
    cells: [
      [status(verdict)],
      [{ kind: 'level', level, alternative: 'verified before, not met after' }],
      [link(id, title)],
      [text(reason)],
      [{ kind: 'time', instant: '2026-11-22T07:37:16.123456Z', text: '22 Nov 2026 07:37:16' }],
      [text(duration)],
      [text(activities)],
      [text(rollbacks)],
    ],
  };
}

const TRACEBACK = [
  ['plain', 'Traceback (most recent call last):'],
  ['library', '  File "/miniconda3/lib/python3.7/site-packages/urllib3/connection.py", line 159, in _new_conn'],
  ['library', '    (self._dns_host, self.port), self.timeout, **extra_kw)'],
  ['exception', 'ConnectionRefusedError: [Errno 61] Connection refused'],
  ['plain', ''],
  ['joint', 'During handling of the above exception, another exception occurred:'],
  ['plain', ''],
  ['plain', 'Traceback (most recent call last):'],
  ['plain', '  File "/usr/local/lib/python3.7/site-packages/chaoslib/provider/http.py", line 43, in run_http_activity'],
  ['plain', '    r = s.request(method, url, params=arguments, headers=headers, timeout=timeout, verify=verify_tls)'],
  [
    'exception',
    `chaoslib.exceptions.ActivityFailed: failed to connect to https://api.example.com/v1/projects: ${'HTTPSConnectionPool(host=api.example.com, port=443): Max retries exceeded. '.repeat(6)}`,
  ],
] as const satisfies readonly (readonly [CodeLine, string])[];

/** Long and short lines, deep indents, tabs, no space at all, other scripts. */
export const OUTPUT = [
  "{'service': 'checkout', 'stopped': True, 'replicas': {'before': 3, 'after': 1}, 'took': 0.219, 'node': 'ip-10-0-3-17.eu-west-1.compute.internal'}",
  'short',
  '',
  '        deep, and long enough that it has to be wrapped on a page that is only some three hundred and sixty pixels wide',
  '\ttab\tseparated\tvalues',
  'x'.repeat(400),
  'ключ = значение, 値 = 日本語のとても長い行をここに書いておきます。',
  'مرحبا <b>',
  ...HOSTILE,
  'last',
].join('\n');

const facts = (...rows: readonly (readonly [string, string])[]): Block => ({
  kind: 'facts',
  rows: rows.map(([label, value]) => ({ label: [text(label)], value: [text(value)] })),
});

const steadyState = (id: string, after: boolean): Block => ({
  kind: 'table',
  role: 'steady-state',
  label: `The probes of the hypothesis ${after ? 'after' : 'before'} the run`,
  columns: [
    column('probe', 'Probe', 32, { heading: true }),
    column('tolerance', 'Tolerance', 40),
    column('observed', 'Observed', 14),
    column('verified', 'Verified', 14),
  ],
  rows: [
    {
      id: `${id}-1`,
      cells: [
        [text('applications-should-be-alive-and-healthy')],
        [
          text('stdout is between 2 and 3'),
          { kind: 'code', text: "{'type': 'range', 'target': 'stdout', 'range': [2, 3]}", apart: true },
        ],
        [code('2')],
        [status('met', 'True')],
      ],
    },
    after
      ? {
          id: `${id}-2`,
          weight: 'strong',
          target: 'e1-a1',
          cells: [
            [text('service-is-healthy')],
            [text('status is 200')],
            [{ kind: 'code', text: '503', outOfTolerance: true }],
            [status('not-met', 'False')],
          ],
        }
      : {
          id: `${id}-2`,
          cells: [[text('service-is-healthy')], [text('status is 200')], [code('200')], [status('met', 'True')]],
        },
    {
      id: `${id}-3`,
      ...(after ? { weight: 'muted' as const } : {}),
      cells: [
        [text('orders-are-accepted')],
        [text('JSON path '), code('$.checks[*].ok'), text(' yields '), code('[True, True]')],
        [text(after ? 'None' : '[True, True]')],
        [after ? status('not-evaluated') : status('met', 'True')],
      ],
    },
  ],
});

function activity(id: string, name: string, outcome: 'succeeded' | 'failed'): Section {
  return {
    ...section('activity', id, ''),
    title: [text('Action - '), { kind: 'strong', children: [text(name)] }],
    status: status(outcome),
    aside: '07:37:18, 1 second',
    fold: outcome === 'failed' ? 'open' : 'closed',
    blocks: [
      facts(
        ['Status', outcome],
        ['Background', 'False'],
        ['Started', 'Sun, 22 Nov 2026 07:37:18 GMT'],
        ['Ended', 'Sun, 22 Nov 2026 07:37:19 GMT'],
        ['Duration', '1 second'],
        ['Paused After', '2 seconds'],
      ),
      { kind: 'paragraph', role: 'intro', content: [text('The action provider that was executed:')] },
      {
        kind: 'facts',
        rows: [
          { label: [text('Type')], value: [text('http')] },
          {
            label: [text('URL')],
            value: [code('${api}'), text(', read as '), code('https://api.example.com/v1/projects?with=a&long=query')],
          },
          {
            label: [text('Headers')],
            value: [],
            rows: [
              { label: [text('Authorization')], value: [text('‹secret 1›')] },
              { label: [text('X-Audit')], value: [text(HOSTILE[2])] },
            ],
          },
          { label: [text('Arguments')], value: [text('N/A')] },
        ],
      },
      ...(outcome === 'failed'
        ? ([
            {
              kind: 'callout',
              role: 'error',
              status: status('failed'),
              content: [text('The api-must-respond probe raised the following error while running:')],
            },
            { kind: 'paragraph', role: 'error-headline', content: [text('chaoslib.exceptions.ActivityFailed')] },
            paragraph(
              text(
                "failed to connect to https://api.example.com/v1/projects: HTTPSConnectionPool(host='api.example.com', port=443): Max retries exceeded",
              ),
            ),
            {
              kind: 'code',
              id: `${id}-trace`,
              language: 'traceback',
              text: TRACEBACK.map(([, line]) => line).join('\n'),
              lines: TRACEBACK.map(([kind]) => kind),
            },
          ] satisfies readonly Block[])
        : []),
    ],
  };
}

function experiment(id: string, position: number): Section {
  const [, verdict, title, reason] = EXPERIMENTS[position] ?? EXPERIMENTS[0];
  return {
    ...section('experiment', id, title),
    over: `Experiment ${position + 1} of ${EXPERIMENTS.length}`,
    status: status(verdict),
    startsPage: true,
    blocks: [
      {
        kind: 'chart',
        alternative: 'The steady state was met before, and not after.',
        chart: {
          kind: 'level-line',
          level: LEVELS[verdict] ?? LEVEL,
          before: [text('Before Run '), { ...status('verified'), bare: true }],
          during: [text('Method, 21 of 44 samples '), { ...status('not-met'), bare: true }],
          after: [text('After Run '), { ...status('not-met'), bare: true }],
        },
      },
      paragraph(
        text('We expect a degraded but answering service (200). See '),
        { kind: 'link', to: { href: 'https://example.com/a?b=1&c="2"' }, children: [text('the page')] },
        text(', never '),
        { kind: 'link', to: { href: 'javascript:alert(1)' }, children: [text('this')] },
        text('.'),
      ),
      section(
        'experiment-summary',
        `${id}-summary`,
        'Summary',
        { kind: 'callout', role: 'verdict', status: status(verdict), content: [text(reason)], target: `${id}-after-2` },
        {
          kind: 'list',
          role: 'checks',
          ordered: false,
          items: [
            ['yes', 'baseline verified'],
            ['no', 'every action succeeded'],
            ['no', 'every declared probe evaluated after'],
            ['yes', 'every declared rollback ran and succeeded'],
          ].map(([answer, words]) => [paragraph(status(answer as 'yes'), text(` ${words ?? ''}`))]),
        },
        facts(
          ['Status', 'completed'],
          ['Tagged', 'database, checkout'],
          ['Executed From', 'vm'],
          ['Platform', 'Linux-6.18.44-x86_64'],
          ['Started', 'Sun, 22 Nov 2026 07:37:16 GMT'],
          ['Completed', 'Sun, 22 Nov 2026 07:37:29 GMT'],
          ['Duration', '13 seconds'],
          ['Source', '02-deviated.json'],
        ),
      ),
      section(
        'definition',
        `${id}-definition`,
        'Definition',
        paragraph(
          text(
            'The experiment was made of 3 actions, to vary conditions in your system, and 2 probes, to collect objective data from your system during the experiment.',
          ),
        ),
        section(
          'steady-state-hypothesis',
          `${id}-hypothesis`,
          'Steady State Hypothesis',
          paragraph(
            text(
              'The steady state hypothesis this experiment tried was “The checkout service answers and stays healthy”.',
            ),
          ),
          section(
            'before-run',
            `${id}-before`,
            'Before Run',
            paragraph(text('The steady state was verified.')),
            steadyState(`${id}-before`, false),
          ),
          section(
            'during-run',
            `${id}-during`,
            'During Run',
            paragraph(text('The steady state was sampled 44 times; 23 samples met it and 21 did not.')),
          ),
          section(
            'after-run',
            `${id}-after`,
            'After Run',
            paragraph(
              text('The steady state was not verified: '),
              link(`${id}-a2`, 'service-is-healthy'),
              text(' was out of tolerance, and the hypothesis stopped there.'),
            ),
            steadyState(`${id}-after`, true),
          ),
        ),
        section('controls', `${id}-controls`, 'Controls', {
          kind: 'table',
          label: 'The declared controls',
          columns: [column('name', 'Name', 1)],
          rows: [],
          empty: [text('No control was declared.')],
        }),
      ),
      section(
        'result',
        `${id}-result`,
        'Result',
        paragraph(text('The experiment was conducted on Sun, 22 Nov 2026 07:37:16 GMT and lasted roughly 13 seconds.')),
        activity(`${id}-a1`, 'stop the database', 'succeeded'),
        activity(`${id}-a2`, 'fail over to the replica', 'failed'),
      ),
      section(
        'experiment-appendix',
        `${id}-appendix`,
        'Appendix',
        {
          ...section('output', `${id}-o1`, 'Action - stop the database', {
            kind: 'code',
            language: 'text',
            text: OUTPUT,
            caption: [text('The action returned the following result:')],
            id: `${id}-o1-code`,
          }),
          status: status('succeeded'),
          aside: 'result, 1,400 characters',
          fold: 'open',
        },
        {
          kind: 'table',
          role: 'output',
          label: 'Rows of like objects',
          columns: Array.from({ length: 9 }, (_, i) =>
            column(`k${i}`, `key_${i}`, 1, { align: i > 4 ? 'end' : 'start' }),
          ),
          rows: Array.from({ length: 3 }, (_, i) => ({
            cells: Array.from({ length: 9 }, (_unused, j) => [code(String(i * 100 + j))]),
          })),
        },
      ),
    ],
  };
}

const head: ReportHead = {
  schemaVersion: '1.0',
  generator: { name: 'chaos-report', version: '0.1.0' },
  title: null,
  generated: '2026-11-22T08:00:00Z',
  context: null,
  sources: [],
  unreadable: [],
  duplicates: [],
  passedOver: 0,
  totals: {
    deviated: 1,
    failed: 0,
    'not-tested': 1,
    aborted: 0,
    interrupted: 1,
    inconclusive: 0,
    exploratory: 0,
    'dry-run': 0,
    held: 1,
  },
  tags: [],
  lines: [],
  findings: [],
  leftBehind: [],
  masking: { unmasked: false, rules: 0, kept: 0 },
  redactions: [],
  sidecar: null,
  selection: null,
  series: [],
  coverage: { runs: 0, actions: [] },
  baseline: null,
};

const front: Front = {
  title: 'Chaos Engineering Report',
  date: { kind: 'time', instant: '2026-11-22T08:00:00Z', text: '22 November 2026' },
  language: 'en',
  subject: `Four experiments ${HOSTILE[2]}`,
  keywords: ['database', HOSTILE[0]],
  sections: [
    section(
      'summary',
      'summary',
      'Summary',
      {
        kind: 'paragraph',
        role: 'lead',
        content: [
          text('In '),
          { kind: 'strong', children: [text('1 of 4')] },
          text(' experiments the system behaved as expected; '),
          { ...status('deviated', '1 deviated'), bare: true },
          text('; '),
          { ...status('not-tested', '1 could not be tested'), bare: true },
          text(' because the system was not healthy at the start; '),
          { ...status('interrupted', '1 was interrupted'), bare: true },
          text('.'),
        ],
      },
      {
        kind: 'paragraph',
        role: 'note',
        content: [
          text(
            'This report aggregates 4 experiments spanning over the following subjects: database, checkout, prometheus, frontend, aws, ecs, docker.',
          ),
        ],
      },
      { kind: 'table', role: 'matrix', label: 'The experiments', columns: MATRIX, rows: EXPERIMENTS.map(matrixRow) },
      {
        kind: 'list',
        role: 'key',
        ordered: false,
        items: (['met', 'not-met', 'not-checked', 'method'] as const).map((level) => [
          paragraph({ kind: 'level', level, alternative: '' }, text(level)),
        ]),
      },
      section(
        'findings',
        'findings',
        'Findings',
        {
          kind: 'callout',
          role: 'finding',
          status: status('deviated'),
          content: [
            link('e1-after-2', 'service-is-healthy'),
            text(' answered 503 after the method, where 200 is expected.'),
          ],
        },
        {
          kind: 'callout',
          role: 'finding',
          status: status('failed'),
          content: [text('Two probes met the same error, Connection refused.')],
          target: 'e1-a2',
        },
        {
          kind: 'callout',
          role: 'finding',
          status: status('no-end', 'no end'),
          content: [text('long action has no status: the run was interrupted while it ran.')],
        },
      ),
      section('left-behind', 'left-behind', 'Left behind', {
        kind: 'facts',
        role: 'left-behind',
        rows: [
          {
            label: [text('Rollbacks not run')],
            value: [text('clean up was declared and not run, because the run was interrupted.')],
            target: 'e3',
          },
          { label: [text('Without an end')], value: [text('long action.')] },
        ],
      }),
    ),
  ],
  contents: [
    {
      title: 'Summary',
      target: 'summary',
      children: [
        { title: 'Findings', target: 'findings', children: [] },
        { title: 'Left behind', target: 'left-behind', children: [] },
      ],
    },
    {
      title: 'Experiments',
      target: 'e1',
      children: EXPERIMENTS.map(([id, verdict, title]) => ({
        title,
        target: id,
        status: status(verdict),
        children: ['Summary', 'Definition', 'Result', 'Appendix'].map((name) => ({
          title: name,
          target: `${id}-${name.toLowerCase()}`,
          children: [],
        })),
      })),
    },
    { title: 'Appendix', target: 'appendix', children: [] },
  ],
};

const back: readonly Section[] = [
  {
    ...section(
      'appendix',
      'appendix',
      'Appendix',
      section('glossary', 'glossary', 'Glossary', {
        kind: 'facts',
        role: 'glossary',
        rows: [{ label: [text('steady state')], value: [text('What the system looks like when it is well.')] }],
      }),
      section('how-to-read', 'how-to-read', 'How to read this', {
        kind: 'facts',
        role: 'verdict-key',
        rows: (
          [
            'held',
            'deviated',
            'not-tested',
            'failed',
            'aborted',
            'interrupted',
            'inconclusive',
            'exploratory',
            'dry-run',
          ] as const
        ).map((name) => ({ label: [status(name)], value: [text('What it means, in a sentence.')] })),
      }),
      {
        kind: 'list',
        ordered: true,
        start: 3,
        items: [
          [paragraph(text('third'))],
          [
            paragraph(text('fourth')),
            { kind: 'list', ordered: false, items: [[paragraph({ kind: 'emphasis', children: [text('inner')] })]] },
          ],
        ],
      },
      {
        kind: 'quote',
        blocks: [
          { kind: 'paragraph', role: 'heading', content: [text('A heading in Markdown')] },
          paragraph(text('Quoted,'), { kind: 'break' }, text('on two lines.')),
        ],
      },
    ),
    startsPage: true,
  },
];

/** What a renderer is opened with. */
export const SAMPLE: Opening = { head, front, back };

/** The chapters of the sample. Its facts are never read by this renderer. */
const TAGS: readonly (readonly string[])[] = [['database', 'checkout'], ['checkout'], [], HOSTILE];

export const CHAPTERS: readonly Chapter[] = EXPERIMENTS.map(([id], i) => ({
  facts: { status: i === 2 ? 'interrupted' : 'completed', tags: TAGS[i] ?? [] } as unknown as Experiment,
  section: () => experiment(id, i),
}));
