import { describe, expect, it } from '@jest/globals';
import fc from '../support/properties.js';
import { lexedBlocks, markdownBlocks } from '../../src/document/markdown.js';
import type { Block } from '../../src/document/types.js';
import { inlineText } from '../support/document-text.js';

function one(source: string): string {
  return markdownBlocks(source).map(shown).join(' ¶ ');
}

function shown(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `${block.role === 'heading' ? 'h:' : ''}${inlineText(block.content)}`;
    case 'list':
      return `[${block.items.map((item) => item.map(shown).join(' ')).join(' • ')}]`;
    case 'quote':
      return `>${block.blocks.map(shown).join(' ')}`;
    case 'code':
      return `{${block.text}}`;
    case 'table':
      return block.rows.map((row) => row.cells.map(inlineText).join('|')).join('/');
    default:
      return block.kind;
  }
}

describe('Markdown of descriptions', () => {
  it.each([
    ['plain **strong** _em_ `code`', 'plain **strong** _em_ `code`'],
    ['AT&T <b>bold</b> &amp; &#169; &nope;', 'AT&T <b>bold</b> & © &nope;'],
    ['<script>alert(1)</script>\n\nafter', '<script>alert(1)</script> ¶ after'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['[docs](https://a.b/c)', '[docs](https://a.b/c) (https://a.b/c)'],
    ['<https://a.b>', '[https://a.b](https://a.b)'],
    ['[x](javascript:alert(1))', 'x (javascript:alert(1))'],
    ['[x](data:text/html,hi)', 'x (data:text/html,hi)'],
    ['![pixel](http://x/y.png)', '[image: pixel](http://x/y.png) (http://x/y.png)'],
    ['# One\n\ntext', 'h:One ¶ text'],
    ['- a\n- b\n  - c', '[a • b [c]]'],
    ['- [ ] open\n- [x] done', '[☐ open • ☑ done]'],
    ['> quoted', '>quoted'],
    ['```\nx <y>\n```', '{x <y>}'],
    ['|a|b|\n|-|-|\n|1|**2**|', '1|**2**'],
    ['a\u202eb', 'a‹U+202E›b'],
    ['', ''],
  ])('%j', (source, expected) => {
    expect(one(source)).toBe(expected);
  });

  it('is shown as it was written where no description is so long, deep or wide', () => {
    for (const source of ['_a'.repeat(30_000), '> '.repeat(2_000), `${'1. '.repeat(500)}x`, '- '.repeat(500)]) {
      expect(markdownBlocks(source)).toEqual([{ kind: 'code', language: 'other', text: source }]);
    }
    const wide = `|${'a|'.repeat(200)}\n|${'-|'.repeat(200)}\n`;
    expect(one(wide)).toBe(`{${wide}}`);
    expect(one(`${'> '.repeat(5)}deep`)).toBe('>>>>>deep');
  });
});

describe('a plain text', () => {
  it('is read as the lexer would', () => {
    const words = fc.constantFrom(
      'a',
      'Www',
      'w',
      'é',
      '漢',
      '12',
      '.',
      ', ',
      ' ',
      '  ',
      '-',
      ' - ',
      '+',
      '(',
      ')',
      "'",
      '"',
      '!',
      '?',
      '%',
      ';',
    );
    const plain = fc.array(words, { maxLength: 12 }).map((parts) => `K${parts.join('')}`);
    const any = fc.string({ unit: 'grapheme', maxLength: 20 });
    const marks = fc.array(
      fc.constantFrom(
        'a',
        ' ',
        '.',
        '*',
        '_',
        '`',
        '#',
        '\n',
        '<',
        '&',
        ':',
        '/',
        '@',
        '[',
        ']',
        '~',
        '|',
        '-',
        '1',
        '\\',
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          plain,
          any,
          marks.map((parts) => parts.join('')),
        ),
        (source) => {
          expect(markdownBlocks(source)).toEqual(lexedBlocks(source));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
