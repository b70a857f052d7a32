/** `--filter tag=payments,verdict=deviated,since=2026-11-01` → conditions. */
import { ReportError } from '../errors.js';
import { NO_FILTER, type Filter } from '../report/filter.js';
import { VERDICTS } from '../report/types.js';
import { parseChoice } from './choice-option.js';
import { parseDate } from './date-option.js';

const KEYS = ['tag', 'verdict', 'since', 'until'] as const;

/** Conditions of one or more options; all must hold, and equal keys are alternatives. */
export function parseFilter(texts: readonly string[], timeZone: string): Filter {
  let filter = NO_FILTER;
  for (const condition of texts.flatMap((text) => text.split(',')).map((text) => text.trim())) {
    if (condition === '') continue;
    const equals = condition.indexOf('=');
    const key = parseChoice('filter', equals < 0 ? condition : condition.slice(0, equals).trim(), KEYS);
    const value = equals < 0 ? '' : condition.slice(equals + 1).trim();
    if (value === '') {
      throw new ReportError('usage', `--filter ${key} has no value.`, { hint: `Write --filter ${key}=…` });
    }
    filter = withCondition(filter, key, value, timeZone);
  }
  return filter;
}

function withCondition(filter: Filter, key: (typeof KEYS)[number], value: string, timeZone: string): Filter {
  switch (key) {
    case 'tag':
      return { ...filter, tags: [...filter.tags, value] };
    case 'verdict':
      // "not tested" and "not-tested" are the same to whoever types it.
      return {
        ...filter,
        verdicts: [...filter.verdicts, parseChoice('filter verdict', value.replaceAll(' ', '-'), VERDICTS)],
      };
    case 'since':
    case 'until':
      return { ...filter, [key]: parseDate(value, timeZone, `filter ${key}`) };
  }
}
