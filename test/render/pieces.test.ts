import { describe, expect, it } from '@jest/globals';
import fc from '../support/properties.js';
import { writePieces } from '../../src/render/pieces.js';

async function written(pieces: Iterable<string>): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  await writePieces(pieces, (bytes) => void chunks.push(bytes));
  return chunks;
}

describe('pieces of a text', () => {
  it('are written in their order, whatever their lengths', async () => {
    const piece = fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer({ min: 1, max: 100_000 }));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (made) => {
        const pieces = made.map(([text, times]) => text.repeat(times));
        const bytes = Buffer.concat(await written(pieces));
        expect(bytes.equals(Buffer.from(pieces.join('')))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('that are short make one chunk', async () => {
    expect(await written(Array.from({ length: 1000 }, () => 'a short one'))).toHaveLength(1);
    expect(await written(['', ''])).toHaveLength(0);
  });

  it('are taken one at a time: what was written may go', async () => {
    const taken: string[] = [];
    const pieces = function* (): Generator<string> {
      for (const name of ['first', 'second', 'third']) {
        taken.push(name);
        yield 'x'.repeat(300_000);
      }
    };
    let chunks = 0;
    await writePieces(pieces(), () => {
      if (chunks++ === 0) expect(taken).toEqual(['first']);
    });
    expect(chunks).toBeGreaterThan(3);
  });

  it('never part a pair of surrogates', async () => {
    const text = `a${'😀'.repeat(200_000)}`;
    expect(Buffer.concat(await written([text])).toString() === text).toBe(true);
  });
});
