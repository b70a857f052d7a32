import { describe, expect, it } from '@jest/globals';
import { readJournal } from '../../src/journal/read-journal.js';
import { plain } from './plain.js';

const steady = {
  type: 'python',
  layer: 'fs',
  title: 'It is there',
  module: 'os.path',
  func: 'exists',
  arguments: { path: 'a' },
};
const action = { type: 'python', title: 'Take it away', module: 'os', func: 'remove', pauses: { after: 1 } };
const close = { type: 'http', title: 'It answers', url: 'http://localhost', negate: true };

const today = {
  steady: {
    type: 'probe',
    name: 'It is there',
    provider: { type: 'python', module: 'os.path', func: 'exists', arguments: { path: 'a' } },
    layer: 'fs',
  },
  action: {
    type: 'action',
    name: 'Take it away',
    provider: { type: 'python', module: 'os', func: 'remove' },
    pauses: { after: 1 },
  },
  close: { type: 'probe', name: 'It answers', provider: { type: 'http', url: 'http://localhost' }, negate: true },
};

const journal = {
  'chaoslib-version': '0.1.1',
  experiment: {
    title: 'Old',
    method: [
      { title: 'First', note: 'n', probes: { close, steady }, action },
      { probes: { steady } },
      { title: 'Nothing to do' },
      { ref: 'a name' },
      today.action,
    ],
  },
  run: [
    { kind: 'steady state', activity: steady, output: true, status: 'succeeded' },
    { kind: 'action', activity: action, output: null, status: 'succeeded', 'x-extra': 1 },
    { kind: 'close state', activity: close, output: 'gone', status: 'failed' },
    7,
  ],
};

const read = (tree: unknown): { root: unknown; codes: readonly string[] } => {
  const { root, warnings } = readJournal(Buffer.from(JSON.stringify(tree)), 'x.json');
  return { root: plain(root), codes: warnings.map(({ code }) => code) };
};

describe('the journal of a library before 0.6', () => {
  const { root, codes } = read(journal);

  it('gets the method of today, in the order in which it was played', () => {
    expect(root).toHaveProperty('experiment.method', [
      { ...today.steady, step: { title: 'First', note: 'n' } },
      today.action,
      today.close,
      today.steady,
      { title: 'Nothing to do' },
      { ref: 'a name' },
      today.action,
    ]);
  });

  it('gets the activities of today in its run, and keeps what else is there', () => {
    expect(root).toHaveProperty('run', [
      { kind: 'steady state', activity: today.steady, output: true, status: 'succeeded' },
      { kind: 'action', activity: today.action, output: null, status: 'succeeded', 'x-extra': 1 },
      { kind: 'close state', activity: today.close, output: 'gone', status: 'failed' },
      7,
    ]);
  });

  it('is warned of', () => {
    expect(codes[0]).toBe('old-format');
  });

  it('is known by its entries where it has no version', () => {
    expect(read({ ...journal, 'chaoslib-version': undefined }).root).toHaveProperty('run.0.activity', today.steady);
  });
});

describe('the journal of a later library', () => {
  it.each(['0.6.0', '0.12.2', '0.51.0', '1.45.0'])('is left as it is: %s', (version) => {
    const later = { ...journal, 'chaoslib-version': version };
    expect(read(later)).toEqual({ root: later, codes: ['odd-shape'] });
  });
});
