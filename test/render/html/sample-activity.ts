/** An activity of the sample: one that did what it should, or one with a traceback. */
import type { Block, CodeLine, Section } from '../../../src/document/types.js';
import { code, facts, HOSTILE, paragraph, section, status, text } from './sample-parts.js';

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

export function activity(id: string, name: string, outcome: 'succeeded' | 'failed'): Section {
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
