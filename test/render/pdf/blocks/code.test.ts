import { describe, expect, it } from '@jest/globals';
import type { Code } from '../../../../src/document/types.js';
import { layoutCode } from '../../../../src/render/pdf/blocks/code.js';
import { paginate } from '../../../../src/render/pdf/paginate.js';
import { CODE } from '../../../../src/render/pdf/theme.js';
import { testContext, textsOf } from '../ruler.js';
import { LONG_LINE, words } from '../sample.js';

const code = (text: string, more: Partial<Code> = {}): Code => ({ kind: 'code', language: 'text', text, ...more });
const FRAME = { left: 0, top: 70, bottom: 780 };

describe('layoutCode', () => {
  it('shows every line, and hangs what is continued with an elbow that is not text', () => {
    const strips = layoutCode(code(`first\n${LONG_LINE}\n\nlast\n`), testContext());
    const shown = strips.flatMap((strip) => textsOf(strip.items));
    expect(shown[0]).toBe('first');
    expect(shown.at(-1)).toBe('last');
    expect(shown.join('')).toBe(`first${LONG_LINE}last`);
    const continued = strips.filter((strip) =>
      strip.items.some((item) => item.kind === 'shape' && item.mark.kind === 'path'),
    );
    expect(continued.length).toBe(shown.length - 3);
  });

  it('cuts a traceback between its frames, never in one', () => {
    const frame = (index: number): string => `  File "a.py", line ${index}, in f\n    call(${index})\n    ^^^^^^^`;
    const text = ['Traceback (most recent call last):', ...Array.from({ length: 60 }, (_, i) => frame(i)), 'E: no'];
    const strips = layoutCode(code(text.join('\n'), { language: 'traceback' }), testContext());
    for (const page of paginate(strips, FRAME).slice(1)) expect(textsOf(page.items())[0]).toMatch(/^ {2}File/);
  });

  it('sets a difference at the axis of the sentence before it', () => {
    const left = (language: Code['language']): number => {
      const item = layoutCode(code('- a\n+ b', { language }), testContext())[0]?.items.find(
        ({ kind }) => kind === 'text',
      );
      return item?.x ?? NaN;
    };
    expect(left('text')).toBe(CODE.gutter);
    expect(left('diff')).toBe(testContext().x + CODE.gutter);
  });

  it('gives an empty line a little room', () => {
    expect(layoutCode(code('a\n\nb'), testContext()).map((strip) => strip.height)).toEqual([
      10.8,
      CODE.blankLine,
      10.8,
    ]);
  });

  it('keeps short code whole and lets long code go over pages', () => {
    expect(layoutCode(code('a\nb\nc'), testContext()).map((strip) => strip.keep ?? false)).toEqual([true, true, false]);
    const long = layoutCode(code(Array.from({ length: 200 }, (_, i) => `line ${i}`).join('\n')), testContext());
    expect(paginate(long, FRAME).length).toBe(4);
  });

  it('says whose text goes on at the head of the next page', () => {
    const text = Array.from({ length: 100 }, (_, i) => `line ${i}`).join('\n');
    const pages = paginate(
      layoutCode(code(text, { language: 'traceback', continued: 'Traceback of api' }), testContext()),
      FRAME,
    );
    expect(textsOf(pages[0]?.items() ?? [])[0]).toBe('line 0');
    expect(textsOf(pages[1]?.items() ?? [])[0]).toBe('Traceback of api, continued');
  });

  it('ends the page of a traceback after an exception where that is near', () => {
    const lines = Array.from({ length: 100 }, (_, i) => (i === 58 ? 'exception' : 'library'));
    const text = lines.map((role, i) => `${role} ${i}`).join('\n');
    const pages = paginate(
      layoutCode(code(text, { language: 'traceback', lines, continued: 'Traceback of x' }), testContext()),
      FRAME,
    );
    expect(textsOf(pages[0]?.items() ?? []).at(-1)).toBe('exception 58');
  });

  it('cuts at the end of a line, and says how much is shown and where the rest is', () => {
    const text = Array.from({ length: 100 }, () => 'é'.repeat(9)).join('\n');
    const strips = layoutCode(
      code(text, { source: { file: 'journal.json', pointer: '/run/0/output' } }),
      testContext(undefined, 190),
    );
    const shown = strips.flatMap((strip) => textsOf(strip.items));
    expect(shown.slice(0, -1)).toEqual(Array(10).fill('é'.repeat(9)));
    expect(shown.at(-1)).toContain('journal.json at /run/0/output');
  });

  it('cuts one long line inside, but never inside a character', () => {
    const strips = layoutCode(code('🔥'.repeat(100)), testContext(undefined, 10));
    expect(strips.flatMap((strip) => textsOf(strip.items))[0]).toBe('🔥🔥');
  });

  it('keeps a caption with its code', () => {
    const strips = layoutCode(code('a', { caption: words('stdout') }), testContext());
    expect(strips.map((strip) => textsOf(strip.items))).toEqual([['stdout'], ['a']]);
    expect(strips[0]?.keep).toBe(true);
  });
});
