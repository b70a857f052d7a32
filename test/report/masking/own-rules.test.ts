import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readJournal } from '../../../src/journal/read-journal.js';
import { maskJournal } from '../../../src/report/masking/mask-journal.js';
import { NO_RULES, type OwnRule, type OwnRules } from '../../../src/report/masking/own-rules.js';
import { TOKEN_FORMS } from '../../../src/report/masking/token-forms.js';

/** What becomes of one output under rules, and what is told of it. */
function output(value: unknown, rules: Partial<OwnRules>): readonly unknown[] {
  const text = JSON.stringify({ experiment: {}, run: [{ output: value }] });
  const { root } = readJournal(Buffer.from(text), 'x');
  const { root: after, redactions } = maskJournal(root, { rules: { ...NO_RULES, ...rules } });
  const [entry] = after['run'] as unknown as readonly { output: unknown }[];
  return [JSON.parse(JSON.stringify(entry?.output)), ...redactions.map(({ rule, name }) => `${rule} ${name}`)];
}

const pattern = (source: string, name: string | null = null): OwnRule => ({
  kind: 'pattern',
  name,
  find: (text) =>
    Array.from(
      text.matchAll(new RegExp(source, 'g')),
      (match) => [match.index, match.index + match[0].length] as const,
    ),
});

describe('rules that mask', () => {
  it('a value, in other forms too, however short, apart from letters and digits', () => {
    const rules = { mask: [{ kind: 'value', value: 'ACM', name: 'client' } as const] };
    expect(output(['ACM', 'for ACM.', 'ACME', 'x=%41CM&'], rules)).toEqual([
      ['‹secret 1›', 'for ‹secret 1›.', 'ACME', 'x=‹secret 1›&'],
      'own-rule client',
    ]);
  });

  it('what a pattern matches, in keys and escaped text too', () => {
    expect(output({ 'C-1234 x': 'of%20C-5678', n: 'C-1234' }, { mask: [pattern('C-[0-9]{4}')] })).toEqual([
      { '‹secret 1› x': 'of%20‹secret 2›', n: '‹secret 1›' },
      'own-rule null',
      'own-rule null',
    ]);
  });

  it('what stands at a path, all of it, and the same elsewhere', () => {
    const mask: OwnRule[] = [{ kind: 'path', path: '$..customer', name: null }];
    expect(
      output({ customer: { id: 7, name: 'Ada Lovelace', ok: true }, note: 'Ada Lovelace called' }, { mask }),
    ).toEqual([
      { customer: { id: '‹secret 1›', name: '‹secret 2›', ok: true }, note: '‹secret 2› called' },
      'own-rule null',
      'own-rule null',
    ]);
  });
});

describe('rules that keep', () => {
  it.each<[string, OwnRule]>([
    ['a value', { kind: 'value', value: 'plain-page-1', name: null }],
    ['a pattern of the whole value', pattern('plain-.*')],
    ['a path', { kind: 'path', path: '$.run[0].output.api_token', name: null }],
    ['a name', { kind: 'name', name: 'API_token' }],
  ])('%s', (_, rule) => {
    const value = { api_token: 'plain-page-1', password: 'hunter22' };
    expect(output(value, { keep: [rule] })).toEqual([
      { api_token: 'plain-page-1', password: '‹secret 1›' },
      'key password',
    ]);
  });

  it('keep no secret that another rule points at elsewhere', () => {
    const value = { a: 'see hunter22', password: 'hunter22' };
    expect(output(value, { keep: [{ kind: 'path', path: '$.run[*].output.a', name: null }] })).toEqual([
      { a: 'see ‹secret 1›', password: '‹secret 1›' },
      'key password',
    ]);
  });

  it('give way to rules that mask', () => {
    const rule = { kind: 'value', value: 'hunter22', name: null } as const;
    expect(output({ password: 'hunter22' }, { mask: [rule], keep: [rule] })).toEqual([
      { password: '‹secret 1›' },
      'own-rule null',
    ]);
  });
});

describe('docs/masking.md', () => {
  it('names every form of tokens', () => {
    const page = readFileSync('docs/masking.md', 'utf8').replace(/\s+/g, ' ');
    expect(TOKEN_FORMS.map(({ name }) => name).filter((name) => !page.includes(name))).toEqual([]);
  });
});
