/**
 * JSON text → JSON text of the same value in which nothing hides: what `visible` writes out for people (marks that change the
 * direction of their neighbours, what cannot be seen) is an escape, so that an editor or a terminal shows it too.
 */

/** Outside strings JSON has none of these; controls below a blank and halves of characters are escaped already. */
const HIDING =
  /[\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;

/** The same text wherever nothing hides in it. */
export function escapeHiding(json: string): string {
  return json.replace(HIDING, (character) =>
    Array.from({ length: character.length }, (_, at) => `\\u${hex(character.charCodeAt(at))}`).join(''),
  );
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}
