import { describe, expect, it } from '@jest/globals';
import { compareDefinitions } from '../../../src/report/history/compare-definitions.js';
import { definitionForm } from '../../../src/report/history/definition-form.js';
import type { DefinitionChange } from '../../../src/report/types.js';
import { experimentFrom } from '../../support/fixtures.js';

interface Written {
  readonly probes?: readonly object[];
  readonly method?: readonly object[];
  readonly rollbacks?: readonly object[];
  readonly [key: string]: unknown;
}

const probe = (name: string, more: object = {}): object => ({
  type: 'probe',
  name,
  provider: { type: 'http', url: 'http://x/', timeout: 3 },
  tolerance: 200,
  ...more,
});
const action = (name: string, more: object = {}): object => ({
  type: 'action',
  name,
  provider: { type: 'python', module: 'm', func: 'f', arguments: { count: 1 } },
  ...more,
});

function changes(from: Written, to: Written): readonly DefinitionChange[] {
  const form = ({
    probes = [],
    method = [],
    ...rest
  }: Written): NonNullable<ReturnType<typeof definitionForm>['form']> => {
    const experiment = experimentFrom({
      experiment: { title: 't', 'steady-state-hypothesis': { title: 'h', probes }, method, rollbacks: [], ...rest },
      status: 'completed',
      run: [],
    });
    return definitionForm(experiment).form!;
  };
  return compareDefinitions(form(from), form(to));
}

const short = (from: Written, to: Written): string[] =>
  changes(from, to).map(({ part, kind, effect, activity, key }) =>
    [part, kind, effect, activity?.name, key].filter(Boolean).join(' '),
  );

describe('differences between definitions', () => {
  it('are none between equal ones, and the digest says so', () => {
    const one = { probes: [probe('p')], method: [action('a')] };
    expect(changes(one, one)).toEqual([]);
  });

  it.each<readonly [string, Written, Written, readonly string[]]>([
    [
      'a tolerance and a timeout of a probe',
      { probes: [probe('p')] },
      { probes: [probe('p', { tolerance: [200, 503], provider: { type: 'http', url: 'http://x/', timeout: 10 } })] },
      ['hypothesis tolerance loosened p', 'hypothesis timeout loosened p timeout'],
    ],
    [
      'a probe removed',
      { probes: [probe('p'), probe('q')] },
      { probes: [probe('p')] },
      ['hypothesis activity-removed loosened q'],
    ],
    [
      'a probe added',
      { probes: [probe('p')] },
      { probes: [probe('p'), probe('q')] },
      ['hypothesis activity-added tightened q'],
    ],
    ['a probe renamed', { probes: [probe('p')] }, { probes: [probe('q')] }, ['hypothesis activity-renamed none q']],
    [
      'probes in another order',
      { probes: [probe('p'), probe('q')] },
      { probes: [probe('q'), probe('p')] },
      ['hypothesis order none'],
    ],
    [
      'an argument of an action',
      { method: [action('a')] },
      { method: [action('a', { provider: { type: 'python', module: 'm', func: 'f', arguments: { count: 2 } } })] },
      ['method argument changed a count'],
    ],
    [
      'another function, a pause, the background',
      { method: [action('a')] },
      {
        method: [
          action('a', {
            provider: { type: 'python', module: 'm', func: 'g', arguments: { count: 1 } },
            pauses: { after: 5 },
            background: true,
          }),
        ],
      },
      ['method provider changed a func', 'method background changed a', 'method pause-after changed a'],
    ],
    [
      'an action added',
      { method: [action('a')] },
      { method: [action('a'), action('b', { pauses: { before: 1 } })] },
      ['method activity-added changed b'],
    ],
    ['a rollback removed', { rollbacks: [action('a')] }, {}, ['rollbacks activity-removed changed a']],
    [
      'configuration values',
      { configuration: { region: 'a', zone: 'b' } },
      { configuration: { region: 'c', zone: 'b' } },
      ['settings configuration changed region'],
    ],
    ['runtime settings', {}, { runtime: { rollbacks: { strategy: 'always' } } }, ['settings runtime changed']],
    ['controls', {}, { controls: [{ name: 'c' }] }, ['settings controls changed']],
    [
      'tags, contributions and a description: nothing',
      {},
      { tags: ['x'], description: 'y', contributions: { a: 'high' } },
      [],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(short(from, to)).toEqual(expected);
  });

  it('pair the first of a name with the first', () => {
    const twice = [probe('p', { tolerance: 200 }), probe('p', { tolerance: 204 })];
    expect(changes({ probes: twice }, { probes: [twice[0]!, probe('p', { tolerance: [204, 205] })] })).toMatchObject([
      { kind: 'tolerance', from: 204, to: [204, 205], effect: 'loosened' },
    ]);
  });

  it('do not see that a secret has another number', () => {
    const secret = (key: string): object =>
      action('a', { provider: { type: 'python', module: 'm', func: 'f', arguments: { password: key } } });
    const one = { method: [secret('hunter-2-hunter')] };
    const more = { configuration: { token: 'another-secret-1' }, method: [secret('hunter-2-hunter')] };
    expect(short(one, more)).toEqual(['settings configuration changed token']);
  });
});
