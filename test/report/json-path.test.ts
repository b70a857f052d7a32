import { describe, expect, it } from '@jest/globals';
import type { JsonValue } from '../../src/json.js';
import { jsonPathValues } from '../../src/report/json-path.js';
import { experimentOf } from '../support/fixtures.js';

const VALUE: JsonValue = { items: [{ phase: 'Running' }, { phase: 'Pending' }, {}], 'a b': { c: 1 } };

describe('jsonPathValues', () => {
  it.each<[string, JsonValue[] | undefined]>([
    ['$', [VALUE]],
    ['$.items[*].phase', ['Running', 'Pending']],
    ['$.items[0].phase', ['Running']],
    ['$.items[-2].phase', ['Pending']],
    ["$['a b'].c", [1]],
    ['$["a b"].*', [1]],
    ['$.none', []],
    ['$..phase', undefined],
    ['$.items[?(@.phase)]', undefined],
    ['items', undefined],
  ])('%s', (path, expected) => {
    expect(jsonPathValues(path, VALUE)).toEqual(expected);
  });

  it('is what probes with a JSON path observed', () => {
    const probes = experimentOf('22-tolerances').hypothesis?.before.probes ?? [];
    const observed = (name: string): JsonValue | undefined => probes.find((probe) => probe.name === name)?.observed;
    expect(observed('jsonpath expect')).toEqual([true, true]);
    expect(observed('jsonpath')).toHaveLength(6);
  });
});
