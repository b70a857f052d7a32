import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';

interface Cruise {
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
    readonly totalCruised: number;
    readonly totalDependenciesCruised: number;
  };
}

describe('who imports whom', () => {
  it('is as the rules say', () => {
    const output = execFileSync(
      process.execPath,
      [
        'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
        'src',
        '--config',
        '.dependency-cruiser.mjs',
        '--output-type',
        'json',
      ],
      { encoding: 'utf8', maxBuffer: 64e6 },
    );
    const { violations, totalCruised, totalDependenciesCruised } = (JSON.parse(output) as Cruise).summary;
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    // A cruiser that cannot read TypeScript sees nothing, and finds nothing wrong with it.
    expect(totalCruised).toBeGreaterThan(100);
    expect(totalDependenciesCruised).toBeGreaterThan(300);
  });
});
