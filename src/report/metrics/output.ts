/** The output of an activity → the series and summaries in it: in the output itself, in an answer's body, in what was printed. */
import { isObject, type JsonValue } from '../../json.js';
import { objectOf, textOf } from '../read-parts.js';
import type { ActivityResult, Provider } from '../types.js';
import type { Found } from './raw.js';
import { readText, readValue } from './read-text.js';

/** What an activity returned; null where nothing known is in it. */
export function readOutput({ output, provider }: Pick<ActivityResult, 'output' | 'provider'>): Found | null {
  const query = queryOf(provider);
  const holders = isObject(output) ? [output, output.body, output.stdout] : [output];
  for (const holder of holders) {
    const found = typeof holder === 'string' ? readText(holder, query) : holder ? readValue(holder, query) : null;
    if (found) return found;
  }
  return null;
}

/** What Prometheus was asked: the argument of chaosprometheus, or of an address, in it or beside it. */
function queryOf(provider: Provider | null): string | null {
  const settings = provider?.settings ?? {};
  const given = settings.arguments;
  const named = textOf(objectOf(given)?.query);
  if (named !== null) return named;
  for (const part of [settings.url, given, ...Object.values(objectOf(given) ?? {})] as (JsonValue | undefined)[]) {
    const encoded = typeof part === 'string' ? /[?&]query=([^&\s"']+)/.exec(part)?.[1] : undefined;
    if (encoded !== undefined) return decoded(encoded);
  }
  return null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
