/** A report of every block kind and inline, ordinary and hostile: what the HTML tests render. */
import type { Column, Front, Row, Section } from '../../../src/document/types.js';
import type { Chapter, Opening } from '../../../src/render/types.js';
import type { Experiment, ReportHead } from '../../../src/report/types.js';
import { experiment } from './sample-chapter.js';
import { EXPERIMENTS, LEVELS } from './sample-experiments.js';
import { column, HOSTILE, link, paragraph, section, status, text } from './sample-parts.js';

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

function matrixRow([id, verdict, title, reason, duration, activities, rollbacks]: (typeof EXPERIMENTS)[number]): Row {
  const level = LEVELS[verdict];
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
          content: [text('long action was cut off after 513 ms, when the run was interrupted.')],
        },
      ),
      section('left-behind', 'left-behind', 'Left behind', {
        kind: 'facts',
        role: 'left-behind',
        rows: [
          {
            label: [text('Rollbacks not run')],
            value: [text('clean up was declared but not run, because the run was interrupted.')],
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

const TAGS: readonly (readonly string[])[] = [['database', 'checkout'], ['checkout'], [], HOSTILE];

/** The chapters of the sample. Its facts are never read by this renderer. */
export const CHAPTERS: readonly Chapter[] = EXPERIMENTS.map(([id], i) => ({
  facts: { status: i === 2 ? 'interrupted' : 'completed', tags: TAGS[i] ?? [] } as unknown as Experiment,
  section: () => experiment(id, i),
}));
