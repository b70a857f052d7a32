/** Text → HTML text: escaped once, and able to break where a long token has no space. */

const SPECIAL = /[&<>"'\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Escapes text for use between tags and inside double quotes. Controls that HTML forbids are shown by their picture or
 * number: the document has written them out already, so this is what keeps a page valid when somebody's own document has not.
 */
export function escape(text: string): string {
  return text.replace(SPECIAL, (character) => {
    const entity = ENTITIES[character];
    if (entity !== undefined) return entity;
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : `\\x${code.toString(16)}`;
  });
}

/** Shorter tokens fit the narrowest cell and the headings beside the text, and shorter ones yet the narrowest label. */
const LONG_TOKENS = {
  cell: { least: 17, pattern: /[^\s]{17,}/g },
  label: { least: 13, pattern: /[^\s]{13,}/g },
} as const;
/** Signs to break after, when more than a couple of characters follow them. Looked for from their first one: a line of signs alone must not be tried from each. */
const BREAK_AFTER = /(?<![/,(=&?:._-])[/,(=&?:._-]+(?=[^/,(=&?:._\-\s]{3})/g;
const BREAK = '\u0001';

/** Escapes text and lets its long tokens break after the signs that paths, addresses and calls are made of. */
export function escapeBreakable(text: string, place: keyof typeof LONG_TOKENS = 'cell'): string {
  const { least, pattern } = LONG_TOKENS[place];
  if (text.length < least) return escape(text);
  const marked = text.replaceAll(BREAK, '\u2401').replace(pattern, (token) => token.replace(BREAK_AFTER, `$&${BREAK}`));
  return marked.split(BREAK).map(escape).join('<wbr>');
}
