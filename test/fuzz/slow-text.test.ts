import { describe, expect, it } from '@jest/globals';
import { attempt, TEXT_FORMATS } from './attempt.js';

/** A journal with the same text wherever somebody's text can stand. */
function journalOf(text: string): Uint8Array {
  const provider = { type: text, module: text, func: text, url: text, path: text, arguments: { [text]: text } };
  const activity = { type: 'probe', name: text, provider, tolerance: { type: 'regex', pattern: text } };
  const entry = {
    activity,
    status: 'failed',
    output: { body: text, items: [text] },
    exception: [text, `Error: ${text}`],
  };
  const experiment = {
    title: text.slice(0, 2_000),
    description: text,
    tags: [text],
    configuration: { key: text },
    'steady-state-hypothesis': { title: text, probes: [activity] },
    method: [activity, { ref: text }],
  };
  const state = { steady_state_met: false, probes: [{ ...entry, tolerance_met: false }] };
  const times = { status: text, start: text, end: text, duration: text, node: text, platform: text };
  const whole = { 'chaoslib-version': '1.45.0', ...times, experiment, steady_states: { before: state }, run: [entry] };
  return Buffer.from(JSON.stringify(whole));
}

describe('text of one sign over and over takes time by its length, and not by its square', () => {
  // Where it went by the square, the worst took minutes, and this machine may be busy.
  it.each([
    '(',
    '_',
    '_a',
    '!',
    '> ',
    '1. ',
    '* ',
    '[',
    '`a',
    ' ',
    ' \n',
    '\n',
    '\t.',
    '.',
    '7',
    '${',
    '\u009d',
    '\u001b[',
    '<',
    '\\"',
  ])(
    '%j',
    async (piece) => {
      const text = `x${piece.repeat(12_000 / piece.length)}y`;
      const start = performance.now();
      expect(
        await attempt(TEXT_FORMATS, {
          name: 'journal.json',
          bytes: journalOf(text),
          readAgain: false,
          maxInput: Infinity,
        }),
      ).toBe('report');
      expect(performance.now() - start).toBeLessThan(30_000);
    },
    60_000,
  );
});
