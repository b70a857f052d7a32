import { describe, expect, it } from '@jest/globals';
import fc from '../../support/properties.js';
import { parse } from 'marked';
import { codeFence, codeSpan, escapeText } from '../../../src/render/markdown/escape.js';
import { htmlText } from '../../support/html-text.js';

const HOSTILE = [
  '# heading',
  '1. one',
  '- item',
  '+ item',
  '> quote',
  '| a | b |',
  '**bold** _em_ `code` ~~gone~~',
  '[x](javascript:alert(1))',
  '![x](http://x/y.png)',
  '<script>alert(1)</script>',
  '&lt; &amp; &copy;',
  '$x^2$',
  '@everyone',
  '#123',
  ':smile:',
  '---',
  '===',
  '\\*',
  'a_b_c _d_',
  '```',
  '<!-- x -->',
  'http://x/_a_',
];

/** What a reader sees of Markdown, as one line. */
function shown(markdown: string): string {
  return htmlText(parse(markdown, { async: false, gfm: true }).replace(/<!--[\s\S]*?-->/g, ''))
    .replace(/\s+/g, ' ')
    .trim();
}

describe('escapeText', () => {
  it.each(HOSTILE)('%s reads as itself, and as nothing else', (text) => {
    const html = parse(escapeText(text), { async: false, gfm: true });
    expect(shown(escapeText(text))).toBe(text.replace(/\s+/g, ' ').trim());
    expect(html.replace(/<a href="http[^>]*>|<\/a>/g, '')).not.toMatch(/<(?!p>|\/p>|!-- -->)/);
  });

  it('holds for any text, at the start of a line, in a sentence and in a cell', () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE, ...'\\`*_{}[]<>()#+-.!|~&$@:^=\n '),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        // A control character is written out before it comes here.
        const text = pieces.join('').replace(/[\x00-\x08\x0b-\x1f\x7f]/g, '');
        const plain = text.replace(/\s+/g, ' ').trim();
        expect(shown(escapeText(text))).toBe(plain);
        expect(shown(`before ${escapeText(text)} after`)).toBe(`before ${plain} after`.replace(/\s+/g, ' '));
        const table = parse(`| ${escapeText(text)} | b |\n| --- | --- |\n| c | ${escapeText(text)} |`, {
          async: false,
          gfm: true,
        });
        expect(table.match(/<t[hd][ >]/g)).toHaveLength(4);
      }),
      { numRuns: 300 },
    );
  });
});

describe('code', () => {
  it.each(['a', '`', '``x`', ' lead', 'a|b', '``` fence\n```', ''])('%j comes out as it went in', (text) => {
    const line = text.replace(/\s*\n\s*/g, ' ');
    const html = parse(`x ${codeSpan(text, false)}`, { async: false, gfm: true });
    const expected = line === '' ? undefined : line;
    const found = /<code>([\s\S]*)<\/code>/.exec(html)?.[1];
    expect(found === undefined ? undefined : htmlText(found)).toBe(expected);
    expect(
      htmlText(
        /<code[^>]*>([\s\S]*)<\/code>/.exec(parse(codeFence(text, 'text').join(''), { async: false }))?.[1] ?? '',
      ).replace(/\n$/, ''),
    ).toBe(text);
  });

  it('a pipe in code does not end a cell', () => {
    expect(parse(`| a |\n| - |\n| ${codeSpan('x | y', true)} |`, { async: false, gfm: true })).toContain(
      '<code>x | y</code>',
    );
  });
});

describe('GitLab', () => {
  it.each([
    ['/close', '\\/close'],
    ['!123 and %"a" and ^x', '\\!123 and \\%"a" and \\^x'],
    ['~bug', '\\~bug'],
    ['100% and a!', '100% and a!'],
  ])('takes %j for text', (text, markdown) => {
    expect(escapeText(text)).toBe(markdown);
    expect(shown(markdown)).toBe(text);
  });
});
