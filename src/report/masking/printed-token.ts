/** An activity's entry → its output, where its name or its command says that it gets a secret. */
import { isObject, type JsonObject } from '../../json.js';
import type { PlacedFind } from './commands.js';
import { isDrawnAlone } from './drawn-alone.js';
import { isSecretKey } from './secret-keys.js';
import { looksRandom } from './worth-masking.js';

/** Longer outputs are no token. */
const LONGEST_OUTPUT = 20_000;
/** Commands of clouds and clusters that print a token. */
const PRINTED =
  /\b(?:print-(?:access|identity)-token|create[ ",]+token|get-(?:access-)?token|whoami[ ",]+(?:-t|--show-token))\b/;

/** Of "get-access-token" and `gcloud auth print-access-token` what they printed; nothing of other activities. */
export function findPrintedToken(entry: JsonObject): readonly PlacedFind[] {
  const { activity, output } = entry;
  if (!isObject(activity)) return [];
  const [container, key] = isObject(output) ? [output, 'stdout'] : [entry, 'output'];
  const text = container[key];
  if (typeof text !== 'string' || text.length > LONGEST_OUTPUT) return [];
  const value = text.trim();
  if (!looksRandom(value) && !isDrawnAlone(value)) return [];
  const { name, provider } = activity;
  const { func, arguments: given } = isObject(provider) ? provider : {};
  const command = PRINTED.exec(given === undefined ? '' : JSON.stringify(given))?.[0];
  const told = [name, func].find((one) => typeof one === 'string' && isSecretKey(one)) ?? command;
  if (typeof told !== 'string') return [];
  return [{ container, key, text, find: { rule: 'key', name: told, start: 0, end: text.length, value } }];
}
