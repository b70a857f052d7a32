/** docs/findings.md is made of the rules and their words: `npm run golden` rewrites it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { FINDING_WORDS } from '../../src/document/words/finding-table.js';
import { FINDING_RULES } from '../../src/report/findings/index.js';

const PAGE = new URL('../../docs/findings.md', import.meta.url);

function page(): string {
  const rows = FINDING_RULES.map(({ rule, severity }) => {
    const { when = '', next = '' } = FINDING_WORDS[rule] ?? {};
    return `| \`${rule}\` | ${severity} | ${when} | ${next} |`;
  });
  return `# Findings

What a report points out by rule. Each finding has a stable id (the rule, and a digest of what it found), a severity,
figures, and the places in the journal that show it. Page 1 names the five worst, and tells what the secrets of several
journals have in common as one; an experiment's own summary has all of its own, with what to do next. This page is made from the code by \`npm run golden\`.

| rule | severity | when | what to do next |
| :-- | :-- | :-- | :-- |
${rows.join('\n')}
`;
}

describe('docs/findings.md', () => {
  it('is what the rules and their words say', () => {
    if (process.env.GOLDEN === 'write') writeFileSync(PAGE, page());
    expect(readFileSync(PAGE, 'utf8')).toBe(page());
  });

  it('every rule has words, and all words a rule', () => {
    expect(Object.keys(FINDING_WORDS).sort()).toEqual(FINDING_RULES.map(({ rule }) => rule).sort());
  });
});
