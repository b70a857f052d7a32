import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

interface Schema {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required: readonly string[];
  readonly additionalProperties: boolean;
}

const { $defs } = JSON.parse(readFileSync('src/report/report.schema.json', 'utf8')) as {
  $defs: Record<string, Schema>;
};

/** Interfaces of a file: their own and inherited property names, `?` kept on optional ones. */
function interfaces(file: string): Map<string, readonly string[]> {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found = new Map<string, readonly string[]>();
  for (const statement of source.statements.filter(ts.isInterfaceDeclaration)) {
    const own = statement.members.map(
      (member) => `${(member.name as ts.Identifier).text}${member.questionToken ? '?' : ''}`,
    );
    const inherited = (statement.heritageClauses ?? [])
      .flatMap(({ types }) => types)
      .flatMap(({ expression }) => found.get((expression as ts.Identifier).text) ?? []);
    found.set(statement.name.text, [...inherited, ...own]);
  }
  return found;
}

/** Where the name in the schema is not the type's own. */
const NAMES: Readonly<Record<string, string>> = {
  ReportHead: 'head',
  ExperimentLine: 'line',
  EvidenceChecks: 'judgement',
};

describe('the schema and the types say the same', () => {
  const types = [
    ...interfaces('src/report/types.ts'),
    ...interfaces('src/report/judgement-types.ts'),
    ...interfaces('src/report/history-types.ts'),
    ...interfaces('src/report/coverage-types.ts'),
    ...interfaces('src/report/baseline-types.ts'),
    ...interfaces('src/report/metric-types.ts'),
    ...interfaces('src/errors.ts'),
  ].filter(([name]) => name !== 'Report');

  it.each(types)('%s', (name, properties) => {
    const definition = $defs[NAMES[name] ?? name[0]!.toLowerCase() + name.slice(1)];
    const schema = name === 'EvidenceChecks' ? (definition!.properties.checks as Schema) : definition;
    const written = Object.keys(schema!.properties).map((key) => (schema!.required.includes(key) ? key : `${key}?`));
    expect(written.sort()).toEqual([...properties].sort());
    expect(schema!.additionalProperties).toBe(false);
  });
});
