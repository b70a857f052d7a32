/**
 * The rule `key` where only signs, types, tags or colours stand between a name and its value, as programs of all languages print what
 * they hold: `["token"]=> string(12) "…"`, `[token] => …`, `{token,<<"…">>}`, `<th>token</th><td>…`. The value has to be one
 * that was drawn by chance, so that no form need be known.
 */
import { isDrawnAlone } from './drawn-alone.js';
import { withoutEnd } from './without-end.js';

/** One step from the name to the value. */
const STEP = new RegExp(
  [
    // Colours of a terminal, tags, items of a list, an anchor or a tag of YAML, the class of a private property.
    String.raw`\x1b\[[\d;]{0,20}m|</?[A-Za-z][^<>\n]{0,100}>|\d{1,3}\)\s|!!?\w{1,20}\s|&\w{1,40}\s(?=\S)|:"\w{1,60}":private`,
    // Types and wrappers.
    String.raw`str(?:ing)?\(\d{1,6}\)|\(len=\d{1,6}\)|0x[\da-f]{1,16}(?=\s")|n?varchar\(\w{1,6}\)|N(?=')|(?:crypt|digest|md5|sha\d{1,3}|encrypt|hash)\((?=')|s:\d{1,6}:|REG_[A-Z_]{1,20}|Optional(?=\[)|(?:Some|Optional|Secret|SecretStr|String::from)\(|b(?=["'])|\[\d{1,3}\]`,
    String.raw`(?:protected|private|public|sensitive|true|false|type|string|str|value|default|plain|input|text|as|const)(?![\w-])`,
    // Signs; a comma or a semicolon only where a quote follows, or else it ends what is said of the name.
    String.raw`\.{2,60}|[,;](?=\s{0,4}(?:["'<]|[bs][:"']))|[\s"'\x60‘“«:=>()[\]{}|│┃*~$?!\\<-]`,
  ].join('|'),
  'iy',
);
/** Characters and steps from a name to its value. */
const FARTHEST = 200;
const STEPS = 80;
const BARE = /[^\s"'`’”»|│┃,;<>(){}[\]\x00-\x1F]{8,1000}/y;
/** A name that is all of its line: the next line is its value. */
const ALONE = /(?:^|\n)[\s\d)"'/$\w.-]{0,80}$/;
/** There the rule for assignments says what it is, and that for addresses. */
const SETTING = /(?:^|[\s;,"'`{[(|=:])[\w.-]{0,60}$/;
const QUERY = /(?:[?&][\w.~[\]-]{0,60}|<\/[\w:.-]{0,60})$/;

/**
 * The value that belongs to a name that ends at `end`. `before`: what stands before the name; `judged`: the rule for assignments knows
 * the name, and says itself what a bare value after a mere `=` is.
 */
export function valueBeside(
  text: string,
  end: number,
  before: string,
  judged: boolean,
): { readonly start: number; readonly end: number } | undefined {
  if (QUERY.test(before)) return undefined;
  let at = end;
  let lines = false;
  for (let step = 0; step < STEPS && at - end < FARTHEST; step++) {
    STEP.lastIndex = at;
    const found = STEP.exec(text)?.[0];
    if (found === undefined) break;
    const inside = found.startsWith('<') ? found.slice(1, -1) : '';
    if (inside.length > 10 && !/\s/.test(inside) && isDrawnAlone(inside))
      return { start: at + 1, end: at + 1 + inside.length };
    if (found === '\n' && !lines) {
      lines = true;
      const gap = text.slice(end, at);
      if (!/[:=>{|]/.test(gap) && !(/^["']?\r?$/.test(gap) && ALONE.test(before))) return undefined;
    }
    at += found.length;
  }
  if (at === end) return undefined;
  const gap = text.slice(end, at);
  const quote = text.charAt(at - 1);
  if (/["'`]/.test(quote)) {
    const close = text.slice(at, at + FARTHEST * 5).search(quote);
    const value = close === -1 ? '' : text.slice(at, at + close);
    if (!/\s/.test(value) && isDrawnAlone(value) && !(gap.includes(',') && /^[A-Za-z]{1,11}$/.test(value)))
      return { start: at, end: at + close };
    // `"old" -> "new"`
    const next =
      close === -1 || value.includes('\n') ? null : /^["'`] -> (?=["'`])/.exec(text.slice(at + close, at + close + 6));
    return next === null ? undefined : valueBeside(text, at + close + next[0].length, '', false);
  }
  if (judged && /^[ \t]*(?:=|:[ \t])[ \t]*$/.test(gap) && SETTING.test(before)) return undefined;
  // The name of a Secret of AWS.
  if (gap === ':' && before.endsWith(':')) return undefined;
  BARE.lastIndex = at;
  const value = withoutEnd((BARE.exec(text)?.[0] ?? '').replace(/\/[a-z][\w-]{0,60}\.[a-z]{2,4}$/, ''), '.:!?');
  const call = text.charAt(at + value.length) === '(' && /^[A-Za-z_][\w.:]{0,200}$/.test(value);
  return isDrawnAlone(value) && !call ? { start: at, end: at + value.length } : undefined;
}
