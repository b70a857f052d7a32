/** A report with every kind of block, and ugly ones among them, for tests that go all the way to bytes. */
import type { Block, Front, Inline, Section, SectionName } from '../../../src/document/types.js';
import type { LevelLine, ReportHead } from '../../../src/report/types.js';
import type { Opening } from '../../../src/render/types.js';

export const words = (text: string): readonly Inline[] => [{ kind: 'text', text }];
export const paragraph = (text: string): Block => ({ kind: 'paragraph', content: words(text) });

export const section = (name: SectionName, id: string, title: string, blocks: readonly Block[]): Section => ({
  kind: 'section',
  name,
  id,
  title: words(title),
  blocks,
});

export const LEVEL: LevelLine = {
  before: 'met',
  during: 'met',
  after: 'not-met',
  method: true,
  violations: [0.2, 0.8],
  samples: { total: 10, met: 8, notMet: 2 },
  cut: null,
  hypothesis: true,
};

/** 340 characters without a place to break. */
export const UNBREAKABLE = 'abcdefghijklmnopqrst'.repeat(17);
export const LONG_LINE = `{${Array.from({ length: 60 }, (_, i) => `'key-${i}': ['v${i}', /path/to_${i}.py]`).join(', ')}}`;
export const SCRIPTS = 'Ελληνικά Кириллица 结账 にほんご 한국어 สวัสดี नमस्ते שלום العربية e\u0301 ∑≤∞ │┌ ✓ 👩🏽‍💻 🇫🇷 \ue000';

export const CHAPTER: Section = {
  ...section('experiment', 'e1', 'Does checkout degrade gracefully when its database goes away?', [
    {
      kind: 'chart',
      alternative: 'Level line: verified before, not met after',
      chart: {
        kind: 'level-line',
        level: LEVEL,
        before: words('Before Run verified'),
        during: words('Method'),
        after: words('After Run not met'),
      },
    },
    paragraph('We expect a degraded but answering service.'),
    section('experiment-summary', 'e1-summary', 'Summary', [
      {
        kind: 'callout',
        role: 'verdict',
        status: { kind: 'status', status: 'deviated', word: 'deviated' },
        content: words('It answered 503.'),
        target: 'e1-probe',
      },
      {
        kind: 'list',
        role: 'checks',
        ordered: false,
        items: ['one', 'two', 'three', 'four'].map((word) => [
          {
            kind: 'paragraph',
            content: [
              { kind: 'status', status: 'yes', word: 'yes' },
              { kind: 'text', text: ` check ${word}` },
            ],
          },
        ]),
      },
      {
        kind: 'facts',
        rows: ['Status', 'Tagged', 'Platform', 'Started', 'Node'].map((label) => ({
          label: words(label),
          value: words(`value of ${label}`),
        })),
      },
      {
        kind: 'facts',
        rows: [
          {
            label: words('Headers'),
            value: [],
            rows: [{ label: words('Server'), value: [{ kind: 'code', text: 'checkout/2.4.1' }] }],
          },
          { label: words('Token'), value: words(UNBREAKABLE) },
        ],
      },
    ]),
    section('definition', 'e1-definition', 'Definition', [
      paragraph('The experiment was made of 1 action and 1 probe.'),
      section('steady-state-hypothesis', 'e1-hypothesis', 'Steady State Hypothesis', [
        paragraph('It tried this.'),
        section('before-run', 'e1-before', 'Before Run', [
          paragraph('The steady state was verified.'),
          {
            kind: 'table',
            role: 'steady-state',
            label: 'Probes before the run',
            columns: [
              { key: 'probe', label: 'Probe', align: 'start', width: 3, heading: true },
              { key: 'tolerance', label: 'Tolerance', align: 'start', width: 3 },
              { key: 'observed', label: 'Observed', align: 'start', width: 2 },
              { key: 'verified', label: 'Verified', align: 'start', width: 1 },
            ],
            rows: [
              {
                id: 'e1-probe',
                weight: 'strong',
                cells: [
                  words('service-is-healthy'),
                  [
                    { kind: 'text', text: 'stdout is between 2 and 3' },
                    { kind: 'code', text: "{'type': 'range', 'range': [2, 3]}", apart: true },
                  ],
                  [{ kind: 'code', text: '503', outOfTolerance: true }],
                  [{ kind: 'status', status: 'not-met', word: 'False' }],
                ],
              },
              {
                weight: 'muted',
                cells: [
                  words('other'),
                  words(UNBREAKABLE),
                  [],
                  [{ kind: 'status', status: 'not-evaluated', word: 'not evaluated' }],
                ],
              },
            ],
          },
        ]),
      ]),
      section('method', 'e1-method', 'Method', [
        {
          kind: 'list',
          ordered: true,
          items: [
            [paragraph('first'), { kind: 'list', ordered: false, items: [[paragraph('inside')]] }],
            [paragraph('second')],
          ],
        },
        { kind: 'quote', blocks: [paragraph('Everything fails, all the time.')] },
        {
          kind: 'paragraph',
          content: [
            { kind: 'text', text: 'See ' },
            { kind: 'link', to: { id: 'e1-appendix' }, children: words('the appendix') },
            { kind: 'text', text: ', ' },
            { kind: 'link', to: { href: 'https://example.com/ä?a=1' }, children: words('the page') },
            { kind: 'text', text: ' and ' },
            { kind: 'link', to: { href: 'javascript:alert(1)' }, children: words('never this') },
            { kind: 'text', text: ' or ' },
            { kind: 'link', to: { id: 'nowhere' }, children: words('a place that is not there') },
            { kind: 'break' },
            { kind: 'emphasis', children: words('at last') },
          ],
        },
      ]),
    ]),
    section('experiment-appendix', 'e1-appendix', 'Appendix', [
      section('output', 'e1-output', 'Probe - scripts', [
        {
          kind: 'code',
          language: 'text',
          text: `${SCRIPTS}\n${LONG_LINE}\n\ta tab\n${UNBREAKABLE}`,
          caption: words('stdout'),
        },
        {
          kind: 'code',
          language: 'traceback',
          text: Array.from({ length: 120 }, (_, i) =>
            i % 10 === 9 ? `ValueError: number ${i}` : `  File "/usr/lib/python3/module_${i}.py", line ${i}, in call`,
          ).join('\n'),
          lines: Array.from({ length: 120 }, (_, i) => (i % 10 === 9 ? 'exception' : 'library')),
          continued: 'Traceback of scripts',
        },
        {
          kind: 'table',
          label: 'Wide',
          columns: Array.from({ length: 14 }, (_, i) => ({
            key: `c${i}`,
            label: `column ${i}`,
            align: 'start',
            width: 1,
          })),
          rows: [{ cells: Array.from({ length: 14 }, (_, i) => words(`cell ${i}`)) }],
        },
      ]),
    ]),
  ]),
  over: 'Experiment 1 of 1',
  status: { kind: 'status', status: 'deviated', word: 'deviated' },
  startsPage: true,
};

export const FRONT: Front = {
  title: 'Chaos & <Report>',
  date: { kind: 'time', instant: '2026-11-22T12:00:00Z', text: '22 November 2026' },
  language: 'en',
  subject: 'One & only',
  keywords: ['a<b', 'c'],
  sections: [
    section('summary', 'summary', 'Summary', [
      {
        kind: 'paragraph',
        role: 'lead',
        content: [
          { kind: 'strong', children: [{ kind: 'status', status: 'deviated', word: '1 deviated', bare: true }] },
        ],
      },
      {
        kind: 'table',
        role: 'matrix',
        label: 'Experiments',
        columns: [
          { key: 'verdict', label: 'Verdict', align: 'start', width: 120 },
          { key: 'experiment', label: 'Experiment, and the reason', align: 'start', width: 197, heading: true },
          { key: 'started', label: 'Started, GMT', align: 'start', width: 54 },
          { key: 'level', label: 'Level line', align: 'start', width: 120, under: 'verdict' },
          { key: 'reason', label: 'Reason', align: 'start', width: 197, under: 'experiment' },
        ],
        rows: [
          {
            target: 'e1',
            cells: [
              [{ kind: 'status', status: 'deviated', word: 'deviated' }],
              [{ kind: 'link', to: { id: 'e1' }, children: words('Does checkout degrade gracefully?') }],
              words('22 Nov 2026 07:37:16'),
              [{ kind: 'level', level: LEVEL, alternative: 'Level line' }],
              words('service-is-healthy answered 503.'),
            ],
          },
        ],
      },
      {
        kind: 'list',
        role: 'key',
        ordered: false,
        items: [
          [
            {
              kind: 'paragraph',
              content: [
                { kind: 'level', level: 'met', alternative: '' },
                { kind: 'text', text: 'verified' },
              ],
            },
          ],
        ],
      },
      section('findings', 'findings', 'Findings', [
        {
          kind: 'callout',
          role: 'finding',
          status: { kind: 'status', status: 'failed', word: 'failed' },
          content: words('It failed.'),
          target: 'e1-probe',
        },
      ]),
      section('left-behind', 'left-behind', 'Left behind', [
        {
          kind: 'facts',
          role: 'left-behind',
          rows: [{ label: words('Without an end'), value: words('long action.'), target: 'e1-output' }],
        },
      ]),
    ]),
    section('how-to-read', 'how-to-read', 'How to read this report', [
      paragraph('Every experiment opens with a level line.'),
      {
        kind: 'facts',
        role: 'verdict-key',
        rows: [{ label: [{ kind: 'status', status: 'held', word: 'held' }], value: words('never violated') }],
      },
    ]),
  ],
  contents: [
    { title: 'Summary', target: 'summary', children: [{ title: 'Findings', target: 'findings', children: [] }] },
    {
      title: 'Experiments',
      target: 'e1',
      children: [
        {
          title: 'Does checkout degrade gracefully?',
          target: 'e1',
          status: { kind: 'status', status: 'deviated', word: 'deviated' },
          children: [{ title: 'Summary', target: 'e1-summary', children: [] }],
        },
      ],
    },
    { title: 'Appendix', target: 'appendix', children: [] },
  ],
};

const BACK: readonly Section[] = [
  section('appendix', 'appendix', 'Appendix', [
    section('glossary', 'glossary', 'Glossary', [
      { kind: 'facts', role: 'glossary', rows: [{ label: words('Held'), value: words('Never violated.') }] },
    ]),
  ]),
];

const HEAD: ReportHead = {
  schemaVersion: '1.0',
  generator: { name: 'chaos-report', version: '0.0.0' },
  title: null,
  generated: '2026-11-22T12:00:00Z',
  context: null,
  sources: [],
  unreadable: [],
  duplicates: [],
  passedOver: 0,
  selection: null,
  series: [],
  coverage: { runs: 0, actions: [] },
  baseline: null,
  totals: {
    deviated: 1,
    failed: 0,
    'not-tested': 0,
    aborted: 0,
    interrupted: 0,
    inconclusive: 0,
    exploratory: 0,
    'dry-run': 0,
    held: 0,
  },
  tags: [],
  lines: [],
  findings: [],
  leftBehind: [],
  masking: { unmasked: false, rules: 0, kept: 0 },
  redactions: [],
  sidecar: null,
};

export const OPENING: Opening = { head: HEAD, front: FRONT, back: BACK };
