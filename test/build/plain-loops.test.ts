import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';

/** Functions that go through arrays in every way of ours; what they give must stay the same. */
const SOURCE = `
type Pair = readonly [string, number];
const pairs: readonly Pair[] = [['a', 1], ['b', 2], ['c', 3]];
const numbers: number[] = [1, 2, 3, 4];
const map = new Map<string, number>(pairs);
const holes: (number | undefined)[] = new Array(3);

export const cases: Record<string, () => unknown> = {
  plain: () => { const out: number[] = []; for (const n of numbers) out.push(n * 2); return out; },
  entries: () => { const out: unknown[] = []; for (const [i, n] of numbers.entries()) out.push([i, n]); return out; },
  'entries with a pattern': () => { const out: unknown[] = []; for (const [i, [name, n]] of pairs.entries()) out.push([i, name, n]); return out; },
  'entries without the index': () => { const out: unknown[] = []; for (const [, n] of numbers.entries()) out.push(n); return out; },
  pairs: () => { const out: unknown[] = []; for (const [name, n] of pairs) out.push(name + n); return out; },
  objects: () => { const out: unknown[] = []; for (const { length } of ['ab', 'c']) out.push(length); return out; },
  'a map': () => { const out: unknown[] = []; for (const [name, n] of map) out.push(name + n); return out; },
  'a set': () => { const out: unknown[] = []; for (const n of new Set(numbers)) out.push(n); return out; },
  'a string': () => { const out: unknown[] = []; for (const c of 'a😀b') out.push(c); return out; },
  'a generator': () => { function* made() { yield 1; yield 2; } const out: unknown[] = []; for (const n of made()) out.push(n); return out; },
  'what may be no array': () => { const out: unknown[] = []; for (const c of (numbers.length > 3 ? 'xy' : ['x']) as string | string[]) out.push(c); return out; },
  'a list that grows': () => { const list = [1]; for (const n of list) if (n < 5) list.push(n + 1); return list; },
  'a name that is taken again': () => { let list = [1, 2, 3]; const out: unknown[] = []; for (const n of list) { list = []; out.push(n); } return out; },
  'the same name inside': () => { const out: unknown[] = []; for (const n of numbers) { const before = n; { const n = before * 10; out.push(n); } } return out; },
  'functions that are kept': () => { const made: (() => number)[] = []; for (const [i, n] of numbers.entries()) made.push(() => i * n); return made.map((call) => call()); },
  labels: () => { const out: unknown[] = []; outer: for (const a of numbers) for (const b of numbers) { if (b > a) continue outer; if (a > 3) break outer; out.push([a, b]); } return out; },
  'a loop in the head of a loop': () => { const out: unknown[] = []; for (const n of numbers.flatMap((each) => { const more: number[] = []; for (const m of numbers) more.push(each * m); return more; })) out.push(n); return out; },
  holes: () => { const out: unknown[] = []; for (const n of holes) out.push(n); for (const [i, n] of holes.entries()) out.push([i, n]); return out; },
  declarations: () => { const [a, b] = [numbers[0], numbers[1]]; const [first, ...rest] = numbers; const [, second = 9, , , fifth = 7] = numbers; return [a, b, first, rest, second, fifth]; },
  'declarations that change': () => { let [x, y] = [1, 2]; x += 5; y = x; return [x, y]; },
  'a pattern in a pattern': () => { const [{ length }, [letter]] = ['abc', ['z', 'y']] as [string, string[]]; return [length, letter]; },
  'a default that is a list': () => { const [list = [1, 2]] = [undefined] as (number[] | undefined)[]; return list; },
  parameters: () => pairs.map(([name, n]) => name + n),
  'parameters of a block': () => pairs.map(([name, n]) => { const made = { name, n }; return made; }),
  'parameters that give an object': () => pairs.map(([name, n], index) => ({ name, n, index })),
  'functions of functions': () => pairs.map(([name]) => numbers.map((n) => (([a, b]: readonly [number, string]) => a + b)([n, name]))),
  'an empty list': () => { const out: unknown[] = []; for (const n of [] as number[]) out.push(n); const [none] = [] as number[]; return [out, none]; },
  spread: () => [...numbers, ...pairs.map(([, n]) => n)],
};
`;

type Cases = Readonly<Record<string, () => unknown>>;

let folder: string;
let rewritten: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chaos-report-'));
  writeFileSync(join(folder, 'cases.ts'), SOURCE);
  const compilerOptions = { target: 'ES2023', module: 'ES2022', strict: true, types: [] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['cases.ts'] }));
  const { plainLoops } = await imported<{ plainLoops: (config: string) => (path: string) => string }>(
    new URL('../../build/plain-loops.mjs', import.meta.url),
  );
  rewritten = plainLoops(join(folder, 'tsconfig.json'))(join(folder, 'cases.ts'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function imported<T>(url: URL): Promise<T> {
  return (await import(url.href)) as T;
}

async function casesOf(name: string, source: string): Promise<Cases> {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 };
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, ts.transpileModule(source, { compilerOptions }).outputText);
  return (await imported<{ cases: Cases }>(pathToFileURL(file))).cases;
}

describe('a source with plain loops', () => {
  it('does what it did', async () => {
    const [before, after] = [await casesOf('before', SOURCE), await casesOf('after', rewritten)];
    const results = (cases: Cases) => Object.entries(cases).map(([name, run]) => [name, run()] as const);
    expect(results(after)).toStrictEqual(results(before));
    expect(results(after)).toHaveLength(28);
  });

  it('goes through arrays by their index, and through all else as before', () => {
    const loops = rewritten.match(/for \(const (?:\[.*?\]|\{.*?\}|\w+|\$\w+) of [^)]*/g) ?? [];
    expect(loops.map((loop) => loop.slice(loop.indexOf(' of ') + 4))).toEqual([
      'map',
      'new Set(numbers',
      "'a😀b'",
      'made(',
      "(numbers.length > 3 ? 'xy' : ['x']",
    ]);
    expect(rewritten).not.toContain('.entries()');
    expect(rewritten).not.toMatch(/(?:const|let) \[/);
  });
});
