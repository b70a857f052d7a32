/** A chapter of the sample, with everything that a chapter may have. */
import type { Block, Section } from '../../../src/document/types.js';
import { activity } from './sample-activity.js';
import { EXPERIMENTS, LEVELS } from './sample-experiments.js';
import { code, column, facts, HOSTILE, link, paragraph, section, status, text } from './sample-parts.js';

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

export function experiment(id: string, position: number): Section {
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
          level: LEVELS[verdict],
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
