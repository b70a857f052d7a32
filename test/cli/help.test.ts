import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { helpText } from '../../src/cli/help.js';
import { OPTIONS } from '../../src/cli/options.js';
import { readCommand } from '../../src/cli/read-command.js';
import { knownExtensions } from '../../src/render/index.js';

describe('help', () => {
  const help = helpText();

  it('fits a terminal of 80 columns', () => {
    expect(help.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('lists every option and every format', () => {
    for (const { name } of OPTIONS) expect(help).toContain(`--${name} `);
    for (const extension of knownExtensions()) expect(help).toContain(`.${extension}`);
  });

  it('has examples that are right', () => {
    const examples = help.split('\n').filter((line) => line.startsWith('  chaos-report'));
    expect(examples.length).toBeGreaterThan(3);
    for (const example of examples) {
      const words = example
        .trim()
        .replace(/ > .*/, '')
        .match(/"[^"]*"|\S+/g)!
        .map((word) => word.replaceAll('"', ''));
      expect([example, readCommand(words.slice(1), undefined, 0).kind]).toEqual([example, 'report']);
    }
  });

  it('is told at length in docs/cli.md, option by option', () => {
    const page = readFileSync('docs/cli.md', 'utf8');
    for (const { name } of OPTIONS) expect(page).toContain(`\`--${name}`);
  });
});
