import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { numeral } from '../../../src/json.js';
import { json } from '../../../src/render/json/index.js';
import { factsText } from '../../../src/report/facts-text.js';
import { renderReport } from '../../../src/render/render-report.js';
import { fixtureNames, reportOf, yearReport } from '../../support/fixtures.js';
import { DEFAULT_SETTINGS } from '../../../src/render/types.js';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('src/report/report.schema.json', 'utf8')) as object,
);

async function jsonOf(names: readonly string[]): Promise<string> {
  return new TextDecoder().decode(await renderReport(reportOf(...names), 'json'));
}

describe('the JSON of a report', () => {
  it.each(fixtureNames())('of %s is as the schema says', async (name) => {
    const valid = validate(JSON.parse(await jsonOf([name])));
    expect(validate.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('of a year of runs is as the schema says', async () => {
    const valid = validate(JSON.parse(new TextDecoder().decode(await renderReport(yearReport(), 'json'))));
    expect(validate.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('has the head on the first line and then an experiment a line', async () => {
    const names = ['01-completed-met', '02-deviated', '30-nothing'];
    const lines = (await jsonOf(names)).trimEnd().split('\n');
    expect(lines).toHaveLength(2 + names.length + 1);
    expect((JSON.parse(`${lines[0]!.slice(0, -1)}}`) as { head: { lines: unknown[] } }).head.lines).toHaveLength(3);
    const ids = lines.slice(2, -1).map((line) => (JSON.parse(line.replace(/,$/, '')) as { id: string }).id);
    expect(ids).toEqual(['e1', 'e2', 'e3']);
  });

  it('never asks for the words of a chapter', async () => {
    const { head, experiments } = reportOf('02-deviated');
    const written: string[] = [];
    const front = {
      title: '',
      date: { kind: 'time', instant: '', text: '' },
      language: 'en',
      subject: '',
      keywords: [],
      sections: [],
      contents: [],
    } as const;
    const rendering = await json.open(
      { head, front, back: [] },
      { ...DEFAULT_SETTINGS, maxOutput: 1 },
      {
        write: (bytes) => void written.push(new TextDecoder().decode(bytes)),
      },
    );
    const section = (): never => {
      throw new Error('asked for words');
    };
    await rendering.experiment({ facts: experiments[0]!, section });
    await rendering.close();
    expect(JSON.parse(written.join(''))).toEqual(JSON.parse(JSON.stringify({ head, experiments })));
  });
});

describe('numbers and objects that look like them', () => {
  it('are told apart', () => {
    expect(factsText({ a: numeral('NaN') })).toBe('{"a":{"$number":"NaN"}}');
    expect(factsText({ a: { $number: 'NaN', $$number: 1 }, b: numeral('1e400') })).toBe(
      '{"a":{"$$number":"NaN","$$$number":1},"b":{"$number":"1e400"}}',
    );
  });
});
