/** A journal with secrets in every place that a journal has, and in every encoding that echoes them. */
import fc from './properties.js';

/** Base64 of the text's UTF-8. */
export const b64 = (text: string): string => Buffer.from(text).toString('base64');

/** A journal with secrets in every place that a journal has, and what must be in no output. */
export function planted(secret: (place: string) => string): {
  readonly journal: object;
  readonly visible: readonly string[];
} {
  const token = secret('token');
  const password = secret('password');
  const echoes = [
    token,
    encodeURIComponent(token),
    b64(token),
    b64(`svc:${password}`),
    b64(`xx${password}yy`),
    Buffer.from(token).toString('hex'),
    JSON.stringify(JSON.stringify({ a: password })),
    password.replaceAll(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`),
    [...Buffer.from(token)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''),
  ];
  const visible = [
    '4bf92f3577b34da6a3ce929d0e0e4736',
    'sha256:' + '3f'.repeat(32),
    '7f3c9b0e-4a52-4d7e-9c11-0242ac120002',
  ];
  const provider = {
    type: 'process',
    path: 'curl',
    arguments: [
      '-u',
      `svc:${secret('curl')}`,
      '--token',
      secret('option'),
      `https://u:${secret('url')}@host/?sig=${secret('query')}`,
    ],
  };
  const http = {
    type: 'http',
    url: `https://host/${token}/x`,
    headers: { Authorization: `Bearer ${secret('bearer')}`, Cookie: `sid=${secret('cookie')}; theme=dark` },
  };
  const activity = (name: string, more: object): object => ({
    type: 'action',
    name,
    provider: { ...provider, ...more },
  });
  const entry = (name: string, output: unknown, more: object = {}): object => ({
    activity: activity(name, {}),
    status: 'succeeded',
    start: '2026-11-20T10:00:00',
    end: '2026-11-20T10:00:01',
    duration: 1,
    output,
    ...more,
  });
  const journal = {
    'chaoslib-version': '1.45.0',
    platform: `Linux ${token}`,
    node: `node-${token}`,
    experiment: {
      title: `Title with ${token} in it`,
      description: `Says *${password}* and [a link](https://host/?x=${encodeURIComponent(token)})`,
      tags: [token, `tag-${password}`],
      contributions: { [`key ${token}`]: 'high', availability: token },
      configuration: {
        db_password: secret('configuration'),
        dsn: `postgres://app:${secret('dsn')}@db/x`,
        [`k-${token}`]: 'v',
      },
      secrets: { api: { token, password, env: { type: 'env', key: 'X', default: secret('default') } } },
      'steady-state-hypothesis': {
        title: `Hypothesis ${token}`,
        probes: [
          { type: 'probe', name: `probe ${token}`, tolerance: { type: 'regex', pattern: token }, provider: http },
        ],
      },
      method: [activity(`act ${token}`, {}), { type: 'probe', name: 'plain', provider: http }],
      rollbacks: [activity(`undo ${password}`, {})],
      controls: [{ name: `control ${token}`, provider: { type: 'python', module: token } }],
      extensions: [{ name: 'x', note: token }],
    },
    start: '2026-11-20T10:00:00',
    end: '2026-11-20T10:01:00',
    duration: 60,
    status: 'completed',
    deviated: false,
    steady_states: {
      before: {
        steady_state_met: true,
        probes: [
          {
            activity: { type: 'probe', name: `probe ${token}`, provider: http, tolerance: token },
            status: 'succeeded',
            output: token,
            tolerance_met: true,
          },
        ],
      },
      after: { steady_state_met: true, probes: [] },
      during: [],
    },
    run: [
      ...echoes.map((echo, index) => entry(`echo ${index}`, `${echo} and ${visible.join(' ')}`)),
      entry('body', {
        body: JSON.stringify({ access_token: secret('body'), id: visible[2] }),
        headers: { 'Set-Cookie': `a=${secret('set-cookie')}; Path=/` },
      }),
      entry('environment', { stdout: `PGPASSWORD=${secret('environment')}\nexport API_KEY="${secret('export')}"\n` }),
      entry('encoded', { data: b64(JSON.stringify({ auths: { r: { password: secret('encoded') } } })) }),
      entry('failed', null, {
        status: 'failed',
        exception: [
          'Traceback (most recent call last):\n',
          `  File "/app/${token}.py", line 1, in f\n    call(password='${secret('traceback')}')\n`,
          `ValueError: could not use ${password}\n`,
        ],
      }),
      entry(token, { [token]: { deep: [token] } }, { [`x-${token}`]: 1 }),
    ],
    rollbacks: [entry(`undo ${password}`, token)],
    [`x-${token}`]: [password],
  };
  return { journal, visible };
}

/** Gives each place a secret of its own, the same each time, and lists those that were given. */
export function secretsByPlace(): {
  readonly of: (place: string) => string;
  readonly all: ReadonlyMap<string, string>;
} {
  const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const values = fc.sample(fc.string({ unit: fc.constantFrom(...alphabet), minLength: 14, maxLength: 14 }), {
    numRuns: 40,
    seed: 20261123,
  });
  const all = new Map<string, string>();
  return {
    all,
    of(place) {
      const known = all.get(place) ?? `q${values[all.size] ?? ''}-7&Zk`;
      all.set(place, known);
      return known;
    },
  };
}

/** What of a secret must be in no output: itself, in small letters, in base64, in hexadecimal digits. */
export function formsOf(secret: string): readonly string[] {
  const core = secret.slice(0, -4);
  return [
    core,
    core.toLowerCase(),
    b64(`xx${core}`).slice(4, -4),
    b64(core).slice(0, -4),
    Buffer.from(core).toString('hex'),
  ];
}
