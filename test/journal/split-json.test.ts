import { describe, expect, it } from '@jest/globals';
import fc from '../support/properties.js';
import { createSplitter, kindOfJson, type Layout } from '../../src/journal/split-json.js';

/** Splits a text in chunks of a length. */
function split(text: string, chunk = 7): Layout {
  const bytes = Buffer.from(text);
  const splitter = createSplitter(kindOfJson(bytes));
  for (let at = 0; at < bytes.length; at += chunk) splitter.push(bytes.subarray(at, at + chunk));
  return splitter.end();
}

function texts(text: string, { items }: Layout): readonly string[] {
  const bytes = Buffer.from(text);
  return items.map(({ start, end }) => bytes.subarray(start, end).toString());
}

const written = fc.array(fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue())), {
  minLength: 2,
  maxLength: 6,
});
/** As they are once they were written: -0 is 0. */
const containers = written.map((values) => JSON.parse(JSON.stringify(values)) as typeof values);

describe('long JSON', () => {
  it('is split into the items of a list, whatever they hold and wherever the chunks end', () => {
    fc.assert(
      fc.property(containers, fc.integer({ min: 1, max: 50 }), fc.constantFrom(0, 1, 3), (values, chunk, indent) => {
        const text = JSON.stringify(values, null, indent);
        const layout = split(text, chunk);
        expect(layout).toMatchObject({ kind: 'list', regular: true });
        expect(texts(text, layout).map((part) => JSON.parse(part) as unknown)).toEqual(values);
      }),
    );
  });

  it('is split into values one after another', () => {
    fc.assert(
      fc.property(containers, fc.integer({ min: 1, max: 50 }), fc.constantFrom(0, 2), (values, chunk, indent) => {
        // A list comes first in a list only, and a value on the first line is followed by a value a line.
        if (Array.isArray(values[0]) || (indent > 0 && Object.keys(values[0]!).length === 0)) return;
        const text = values.map((value) => JSON.stringify(value, null, indent)).join('\n');
        const layout = split(text, chunk);
        expect(layout.kind).toBe('sequence');
        const read = texts(text, layout).map((part) => JSON.parse(part) as unknown);
        expect(read).toEqual(values);
        const lines = text.split('\n');
        for (const { line, column } of layout.items) expect(['{', '[']).toContain(lines[line - 1]?.[column - 1]);
      }),
    );
  });

  it('is split into the head and the experiments of a report', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.integer()),
        containers,
        fc.constantFrom(0, 1),
        (head, values, indent) => {
          const text = JSON.stringify({ head, experiments: values, later: [1, { a: [] }] }, null, indent);
          const layout = split(text);
          expect(layout).toMatchObject({ kind: 'report', regular: true });
          expect(texts(text, layout).map((part) => JSON.parse(part) as unknown)).toEqual(values);
          const { start, end } = layout.head!;
          expect(JSON.parse(Buffer.from(text).subarray(start, end).toString())).toEqual(head);
        },
      ),
    );
  });

  it('is one value where there is one', () => {
    expect(split('{"a": [1, {"b": "}"}]}\n').kind).toBe('one');
    expect(split('').kind).toBe('one');
  });

  it.each(['[{},]', '[{} {}]', '[{}, 1]', '[{}', '[{}] x', '[{}]{}', '[,{}]'])('is irregular: %s', (text) => {
    expect(split(text)).toMatchObject({ kind: 'list', regular: false });
  });
});
