/** Text that is JSON → the same text with other white space. The tokens stay as they are: digits, escapes, keys that stand twice. */

/** The text spread over lines, or undefined where it is not a JSON object or list. */
export function jsonText(text: string): string | undefined {
  const start = /^\s*[[{]/.test(text) && /[\]}]\s*$/.test(text);
  if (!start) return undefined;
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  return spread(text);
}

/** Lexical: never reads a value, so it cannot change one. */
function spread(text: string): string {
  const out: string[] = [];
  let depth = 0;
  const line = (): string => `\n${'  '.repeat(depth)}`;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] as string;
    switch (character) {
      case '"': {
        const end = stringEnd(text, index);
        out.push(text.slice(index, end));
        index = end - 1;
        break;
      }
      case '{':
      case '[': {
        const close = nextToken(text, index + 1);
        if (text[close] === '}' || text[close] === ']') {
          out.push(character, text[close]);
          index = close;
        } else {
          depth++;
          out.push(character, line());
        }
        break;
      }
      case '}':
      case ']':
        depth--;
        out.push(line(), character);
        break;
      case ',':
        out.push(',', line());
        break;
      case ':':
        out.push(': ');
        break;
      case ' ':
      case '\t':
      case '\n':
      case '\r':
        break;
      default:
        out.push(character);
    }
  }
  return out.join('');
}

function stringEnd(text: string, open: number): number {
  for (let index = open + 1; index < text.length; index++) {
    if (text[index] === '\\') index++;
    else if (text[index] === '"') return index + 1;
  }
  return text.length;
}

function nextToken(text: string, from: number): number {
  let index = from;
  while (/\s/.test(text[index] ?? '')) index++;
  return index;
}
