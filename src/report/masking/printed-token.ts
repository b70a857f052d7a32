/** An activity's entry → its output, where its name or its command says that it gets a secret. */
import { isArray, isObject, type JsonObject, type JsonValue } from '../../json.js';
import type { PlacedFind } from './commands.js';
import { isDrawnAlone } from './drawn-alone.js';
import { printsSecret } from './getters.js';
import { isSecretKey } from './secret-keys.js';
import { looksRandom } from './worth-masking.js';

/** Longer outputs are no token. */
const LONGEST_OUTPUT = 20_000;

/** Of "get-access-token" and `gcloud auth print-access-token` what they printed; nothing of other activities. */
export function findPrintedToken(entry: JsonObject): readonly PlacedFind[] {
  const { activity, output } = entry;
  if (!isObject(activity)) return [];
  const [container, key] = isObject(output) ? [output, 'stdout'] : [entry, 'output'];
  const text = container[key];
  if (typeof text !== 'string' || text.length > LONGEST_OUTPUT) return [];
  const { name, provider } = activity;
  const { func, path, arguments: given } = isObject(provider) ? provider : {};
  // `redis-cli config get` prints the name first.
  const value = text.trim().replace(/^requirepass\s+/, '');
  if (!looksRandom(value) && !isDrawnAlone(value)) return [];
  const told =
    [name, func].find((one) => typeof one === 'string' && isSecretKey(one)) ??
    printsSecret(`${textOf(path)} ${textOf(given)}`);
  if (typeof told !== 'string') return [];
  return [{ container, key, text, find: { rule: 'key', name: told, start: 0, end: text.length, value } }];
}

function textOf(given: JsonValue | undefined): string {
  if (given === undefined) return '';
  if (typeof given === 'string') return given;
  return isArray(given) ? given.map((one) => textOf(one)).join(' ') : JSON.stringify(given);
}
