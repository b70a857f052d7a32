import { describe, expect, it } from '@jest/globals';
import { readJournal } from '../../src/journal/read-journal.js';
import { buildExperiment } from '../../src/report/build-experiment.js';
import { maskedParts } from '../../src/report/masked-parts.js';
import { DEFAULT_MASKING } from '../../src/report/masking/own-rules.js';
import type { Experiment } from '../../src/report/types.js';
import { NO_VARIABLES, substitute, type VariableSettings } from '../../src/report/variables.js';

const JOURNAL = {
  'chaoslib-version': '1.45.0',
  experiment: {
    title: 't',
    description: 'prose about ${nothing}',
    configuration: {
      api: 'http://a',
      port: { type: 'env', key: 'PORT', default: '80', env_var_type: 'int' },
      host: { type: 'env', key: 'HOST' },
      base: '${api}/v1',
    },
    secrets: { db: { password: { type: 'env', key: 'DB_PASSWORD' }, user: 'svc-account-1' } },
    method: [
      {
        type: 'probe',
        name: 'p',
        provider: {
          type: 'http',
          url: '${base}:${port}/${host}',
          headers: { 'X-User': '${user}', 'X-Pass': '${password}' },
        },
      },
    ],
  },
  run: [{ activity: { type: 'probe', name: 'p' }, output: 'echo s3cr3t-from-outside', status: 'succeeded' }],
};

function build(settings: Partial<VariableSettings>): Experiment {
  const variables = { ...NO_VARIABLES, ...settings };
  const journal = readJournal(new TextEncoder().encode(JSON.stringify(JOURNAL)), 'j.json');
  return buildExperiment(journal, maskedParts(journal, variables, DEFAULT_MASKING, null), 'e1', variables);
}

function read({ variables }: Experiment, text: string): unknown {
  return substitute(text, variables);
}

describe('variables', () => {
  it('come from configuration, then secrets; prose is left alone', () => {
    expect(build({}).variables.map(({ name, value, origin, secret }) => [name, value, origin, secret])).toEqual([
      ['base', '${api}/v1', 'configuration', false],
      ['port', 80, 'default', false],
      ['host', null, 'unresolved', false],
      ['user', '‹secret 1›', 'secrets', true],
      ['password', null, 'unresolved', true],
    ]);
  });

  it('keep their type where they are the whole, and are known through each other', () => {
    const experiment = build({ overrides: new Map([['api', 'http://b']]) });
    expect(read(experiment, '${port}')).toBe(80);
    expect(read(experiment, 'at ${port}, $${port}')).toBe('at 80, $${port}');
    expect(read(experiment, '${host}')).toBeUndefined();
  });

  it('what is given wins; the environment is read where it is given', () => {
    const experiment = build({ overrides: new Map([['host', 'h']]), environment: { PORT: '8080' } });
    expect(read(experiment, '${port}/${host}')).toBe('8080/h');
  });

  it('a secret of the environment is never shown, and masked where it occurs', () => {
    const experiment = build({ environment: { DB_PASSWORD: 's3cr3t-from-outside' } });
    expect(JSON.stringify(experiment)).not.toContain('s3cr3t-from-outside');
    expect(experiment.run[0]?.output).toMatch(/^echo ‹secret \d›$/);
    expect(experiment.redactions).toContainEqual(expect.objectContaining({ rule: 'given', name: 'password' }));
    expect(read(experiment, '${password}')).toBeUndefined();
  });
});
