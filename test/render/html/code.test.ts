import { describe, expect, it } from '@jest/globals';
import { codeView } from '../../../src/render/html/code.js';
import { TOP } from './frame.js';
import { textOf } from './write.js';

const body = (text: string, lines?: Parameters<typeof codeView>[0]['lines']): string =>
  (codeView({ kind: 'code', language: 'text', text, ...(lines ? { lines } : {}) }, TOP) as { body: string }).body;

const LONG = 'a line that is too long for the narrowest page there is';

describe('a code block', () => {
  it('has no element around lines that are never wrapped', () => {
    expect(body('one\n  two\n\nthree\n')).toBe('one\n  two\n\nthree\n');
  });

  it('lets a long line hang under its own indent', () => {
    expect(body(`${LONG}\n    ${LONG}`)).toBe(`<span>${LONG}\n</span><span class="i4">    ${LONG}</span>`);
  });

  it('takes a line in another script for long, for its width is not known', () => {
    expect(body('値段')).toBe('<span>値段</span>');
  });

  it('says what a line of a traceback is', () => {
    expect(body('E: <x>\n  lib', ['exception', 'library'])).toBe(
      '<span class="exception">E: &lt;x&gt;\n</span><span class="library i2">  lib</span>',
    );
  });

  it('is the text, character for character, when it is copied', () => {
    const text = `\n${LONG} <&>\n\n\tx  y \n${' '.repeat(60)}deep\n`;
    expect(textOf(body(text))).toBe(text);
  });

  it('stays small: 4,000 lines of 50 characters take less than half as much again', () => {
    const text = Array.from({ length: 4000 }, (_, i) => `${i} `.padEnd(50, 'x')).join('\n');
    expect(body(text).length).toBeLessThan(text.length * 1.5);
  });
});
