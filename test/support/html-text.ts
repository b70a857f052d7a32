/** The text of a page, as a reader without styles gets it: tags out, entities decoded. */

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Script, style and attributes are no text. */
export function htmlText(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<wbr\s*\/?>/g, '')
    .replace(/<\/?(?:span|strong|em|code|a|b|time|svg|path|rect|line)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(
      /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi,
      (entity, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
        if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
        if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
        return NAMED[name ?? ''] ?? entity;
      },
    );
}
