import { describe, expect, it } from '@jest/globals';
import * as yaml from 'yaml';
import { yamlToJson } from '../../src/journal/yaml-to-json.js';
import { withLeastLength } from '../../src/journal/yaml-least-length.js';
import fc from '../support/properties.js';

/** The offset from which on a text has more than `limit` characters of JSON, or undefined; and how many tokens were looked at. */
function beyond(text: string, limit: number): { offset: number | undefined; tokens: number } {
  const found = new Error('too long');
  let offset: number | undefined;
  let tokens = 0;
  try {
    const watched = withLeastLength(new yaml.Lexer().lex(text), limit, (at) => {
      offset = at;
      throw found;
    });
    for (const token of watched) tokens += token.length > 0 ? 1 : 0;
  } catch (error) {
    if (error !== found) throw error;
  }
  return { offset, tokens };
}

/** Ten lists, or maps, each of ten times the one before it. */
const levels = (line: (name: string, ten: readonly string[]) => string): string =>
  Array.from({ length: 10 }, (_, n) =>
    line(
      `b${n}`,
      Array.from({ length: 10 }, () => (n === 0 ? 'lol' : `*b${n - 1}`)),
    ),
  ).join('\n');

describe('the least that aliases stand for', () => {
  it.each([
    ['lists in brackets', levels((name, ten) => `${name}: &${name} [${ten.join(', ')}]`)],
    ['lists in a list', levels((name, ten) => `- &${name} [${ten.join(', ')}]`)],
    ['maps in braces', levels((name, ten) => `${name}: &${name} {${ten.map((one, n) => `k${n}: ${one}`).join(', ')}}`)],
    ['brackets on the next line', levels((name, ten) => `${name}: &${name}\n  [${ten.join(',\n  ')}\n  ]`)],
    ['lists of dashes', levels((name, ten) => `${name}: &${name}\n${ten.map((one) => `  - ${one}`).join('\n')}`)],
    [
      'dashes below the key',
      levels((name, ten) => `${name}: &${name} # so\n${ten.map((one) => `- ${one}`).join('\n')}`),
    ],
    ['maps of lines', levels((name, ten) => `- &${name}\n${ten.map((one, n) => `  k${n}: ${one}`).join('\n')}`)],
    ['keys in a list', levels((name, ten) => `- ${name}: &${name}\n    - ${ten.join('\n\n    - ')}`)],
    ['a long text', `a: &a ${'some words '.repeat(100)}\nb: [${Array(2_000).fill('*a').join(', ')}]\n`],
    ['a long text in quotes', `a: &a "${'some words '.repeat(100)}"\nb: [${Array(2_000).fill('*a').join(', ')}]\n`],
    ['a long block', `a: &a |\n${'  some words\n'.repeat(100)}b: [${Array(2_000).fill('*a').join(', ')}]\n`],
    ['the second document', `a: 1\n---\n${levels((name, ten) => `- &${name} [${ten.join(', ')}]`)}`],
  ])('is told of %s, and without looking at what comes after', (_, bomb) => {
    const text = `${bomb}\n${'more: 1\n'.repeat(1_000)}`;
    const { offset, tokens } = beyond(text, 100_000);
    expect(offset).toBeLessThan(bomb.length);
    expect(text.charAt(offset ?? 0)).toBe('*');
    expect(tokens).toBeLessThan([...new yaml.Lexer().lex(text)].length - 4_000);
  });

  /** Values of YAML in all its styles, with names that stand twice, and much that is odd. */
  const { block } = fc.letrec<{ flow: string; block: string }>((tie) => {
    const name = fc.constantFrom('&a ', '&b ', '&c ', '', '');
    const word = fc.constantFrom(
      '*a',
      '*b',
      '*c',
      '*a',
      '1',
      'x',
      'some words',
      '"q \\x41"',
      "'it''s'",
      '~',
      '0x1F',
      '',
    );
    const key = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('k', 'l: m', '"q"', '<<', '*a ', '&c n', '? o') },
      tie('flow'),
    );
    const indented = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);
    return {
      flow: fc.oneof(
        { maxDepth: 3 },
        word,
        fc.tuple(name, word).map(([anchor, text]) => anchor + text),
        fc.tuple(name, fc.array(tie('flow'), { maxLength: 4 })).map(([anchor, all]) => `${anchor}[${all.join(', ')}]`),
        fc
          .tuple(name, fc.array(fc.tuple(key, tie('flow'), fc.constantFrom(': ', ' : ', ', ')), { maxLength: 4 }))
          .map(([anchor, all]) => `${anchor}{${all.map(([one, value, colon]) => one + colon + value).join(', ')}}`),
      ),
      block: fc.oneof(
        { maxDepth: 4 },
        tie('flow'),
        fc
          .tuple(name, fc.constantFrom('|\n', '>-\n', '|\n  some\n   text\n', '>\n  -1 # no\n'))
          .map((all) => all.join('')),
        fc
          .tuple(name, fc.constantFrom('  ', '    ', ''), fc.array(tie('block'), { maxLength: 4 }))
          .map(
            ([anchor, by, all]) =>
              `${anchor}\n${by}${all.map((one) => `- ${indented(one, `${by}  `)}`).join(`\n${by}`)}`,
          ),
        fc
          .tuple(name, fc.constantFrom('  ', ' ', '\t', ''), fc.array(fc.tuple(key, tie('block')), { maxLength: 4 }))
          .map(
            ([anchor, by, all]) =>
              `${anchor}\n${by}${all.map(([one, value]) => `${one}: ${indented(value, `${by} `)}`).join(`\n${by}`)}`,
          ),
        fc
          .tuple(tie('block'), fc.constantFrom(' # note', '\n', '\n# note\n', '\n---\n', '\n...\n'))
          .map((all) => all.join('')),
      ),
    };
  });
  const soup = fc
    .array(
      fc.constantFrom(
        ...[
          '&a ',
          '&b ',
          '*a',
          '*b',
          '*a ',
          '*b ',
          '[',
          ']',
          '{',
          '}',
          ', ',
          ': ',
          ':',
          '- ',
          '\n',
          '\n',
          '\n  ',
          '\n    ',
          '\n ',
        ],
        ...['x', 'key: ', 'k: ', '"q"', '|\n', '? ', '<<: ', '!!str ', '# c', '---\n', '\t', '12'],
      ),
      { maxLength: 30 },
    )
    .map((all) => all.join(''));

  const withNames = (text: string): string =>
    `names: [${['a', 'b', 'c'].map((name) => `&${name} "${'x'.repeat(1_000)}"`).join(', ')}]\nall: ${text}\nlast: [*a, *b, *b, *b, *c, *c, *c]\n`;
  /** A name with little in it beside 1,000 characters that are not in it, and then the name. */
  const many = `"${'x'.repeat(1_000)}"`;
  it.each([
    `- &b\n  - 1\n- ${many}\n`,
    `- &b\n- ${many}\n`,
    `- k: &b\n    - 1\n  l: ${many}\n`,
    `- k: &b\n  - 1\n  l: ${many}\n`,
    `- k: &b\n- ${many}\n`,
    `- - &b\n    - 1\n  - ${many}\n`,
    `- &b # note\n\n# note\n  k: 1\n- ${many}\n`,
    `- &b |\n    k: &b\n\n- ${many}\n`,
    `- k: &b |\n  l: ${many}\n`,
    `- k: &b\n  ${many}: 1\n`,
    `- &b k: ${many}\n`,
    `- &b "${'\\x41'.repeat(1_000)}"\n`,
    `- &b ${'0x'.padEnd(1_000, '1')}\n`,
    `- &b !!binary |\n    ${'A'.repeat(1_000)}\n`,
    `- ? &b\n  : ${many}\n`,
    `- &b ${many}\n- k:\n  *b\n    : 1\n`,
    `- ?\n    &b\n  : ${many}\n`,
  ])('counts no more than has the name in %j', async (text) => {
    const whole = `${text}- [${Array(9).fill('*b').join(', ')}]\n`;
    const [json = ''] = await yamlToJson(whole, 'any.yaml', 1e6);
    expect(beyond(whole, json.length).offset).toBeUndefined();
  });

  it.each([
    ['values', block.map((text) => withNames(text.replaceAll('\n', '\n ')))],
    ['pieces', soup.map(withNames)],
    ['pieces alone', soup],
  ])('is never more than they stand for: of %s', async (_, text) => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        const documents = await yamlToJson(source, 'any.yaml', 1e6).catch(() => null);
        if (documents === null) return;
        read++;
        const longest = Math.max(4, ...documents.map((json) => json.length));
        expect(beyond(source, longest).offset).toBeUndefined();
      }),
      { numRuns: 1_500 },
    );
    expect(read).toBeGreaterThan(300);
  });
});
