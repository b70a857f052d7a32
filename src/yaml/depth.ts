/** The tokens of YAML → whether anything in it nests deeper than it may: told before a parser recurses into it. */

/** Whether brackets, or lists begun in one line (`- - - x`), are more than `limit` deep. */
export function isTooDeep(tokens: Iterable<string>, limit: number): boolean {
  let brackets = 0;
  let inLine = 0;
  for (const token of tokens) {
    if (token === '[' || token === '{') brackets++;
    else if (token === ']' || token === '}') brackets--;
    else if (token === '-' || token === '?') inLine++;
    else if (token.includes('\n')) inLine = 0;
    if (brackets + inLine > limit) return true;
  }
  return false;
}
