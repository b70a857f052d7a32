import { describe, expect, it } from '@jest/globals';
import { firstLine } from '../../src/document/words/first-line.js';

describe('the first line of a message', () => {
  it('is what a line of a log in key and value says', () => {
    const line = String.raw`time="2026-11-23T02:38:57Z" level=error msg="thresholds on metrics \'http_req_duration\' and \"p(95)\" were crossed"`;
    expect(firstLine(`${line}\nmore`)).toBe(`thresholds on metrics 'http_req_duration' and "p(95)" were crossed`);
  });

  it('is any other line as it is, without its full stop', () => {
    expect(firstLine('time is up.\nmore')).toBe('time is up');
  });
});
