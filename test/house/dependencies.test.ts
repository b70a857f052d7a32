import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

/** `name version (licence)` of all that is bundled, as the build found it. */
function bundled(): readonly string[] {
  const notices = readFileSync('dist/THIRD-PARTY-NOTICES.txt', 'utf8');
  return [...notices.matchAll(/^-{100}\n\n(\S+ \S+ \(.*\))$/gm)].map(([, package_ = '']) => package_).sort();
}

describe('docs/dependencies.md', () => {
  it('names every package that is bundled, its version and its licence, and no other', () => {
    const page = readFileSync('docs/dependencies.md', 'utf8');
    const rows = [...page.matchAll(/^\| (\S+ \d+\.\d+\.\d+) +\| ([\w.-]+) /gm)];
    const listed = rows.map(([, name, licence]) => `${name} (${licence})`).sort();
    expect(listed.length).toBeGreaterThan(10);
    expect(listed).toEqual(bundled());
  });
});
