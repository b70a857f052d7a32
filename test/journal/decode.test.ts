import { describe, expect, it } from '@jest/globals';
import { decodeText } from '../../src/journal/decode.js';

const decode = (bytes: Uint8Array): [string, string | undefined] => {
  const { text, warnings } = decodeText(bytes, 'x.json');
  return [text, warnings[0]?.code];
};
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('decodeText', () => {
  it.each([
    ['ASCII', Buffer.from('{"a": 1}'), '{"a": 1}', undefined],
    ['UTF-8', Buffer.from('{"é": "✓😀"}'), '{"é": "✓😀"}', undefined],
    ['UTF-8 with a mark', Buffer.from('\ufeff{"a": 1}'), '{"a": 1}', 'encoding'],
    ['UTF-8 with a mark, not ASCII', Buffer.from('\ufeff{"é": 1}'), '{"é": 1}', 'encoding'],
    ['UTF-16LE with a mark', Buffer.from('\ufeff{"é": "😀"}', 'utf16le'), '{"é": "😀"}', 'encoding'],
    ['UTF-16BE with a mark', utf16be('\ufeff{"é": "😀"}'), '{"é": "😀"}', 'encoding'],
    ['UTF-16LE without a mark', Buffer.from('{"é": 1}', 'utf16le'), '{"é": 1}', 'encoding'],
    ['UTF-16BE without a mark', utf16be('{"é": 1}'), '{"é": 1}', 'encoding'],
    ['UTF-16 cut in a unit', Buffer.from('\ufeff{}', 'utf16le').subarray(0, 5), '{', 'encoding'],
    ['Windows-1252', Buffer.from('{"a": "caf\xe9 \x85 \x80"}', 'latin1'), '{"a": "café … €"}', 'windows-1252'],
    ['nothing', Buffer.alloc(0), '', undefined],
  ])('%s', (_, bytes, text, warning) => {
    expect(decode(bytes)).toEqual([text, warning]);
  });

  it('has a character for every byte of Windows-1252, by the WHATWG table', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    // Two brackets: a zero in the second place would be taken for UTF-16.
    const [text] = decode(Buffer.concat([Buffer.from('[['), bytes]));
    expect(text).toHaveLength(258);
    expect(text.slice(0x82, 0xa2)).toBe('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ');
  });

  it.each(['é', '✓', '😀'])('takes text cut in the middle of %s for cut UTF-8', (character) => {
    const whole = Buffer.from(`{"à": "${character}`);
    for (let cut = 1; cut < Buffer.byteLength(character); cut++) {
      expect(decode(whole.subarray(0, whole.length - cut))).toEqual(['{"à": "', undefined]);
    }
    expect(decode(whole)).toEqual([`{"à": "${character}`, undefined]);
  });
});
