/** A text that no line has room for → its beginning, which ends in "…". */

/** Names, titles and words of a journal up to this length are shown as they are, wherever they stand. */
export const LONGEST_NAME = 1000;
const NAME_EXCERPT = 300;
/** The same for running text: several pages of it. */
export const LONGEST_TEXT = 20_000;
const TEXT_EXCERPT = 1000;

/** A name, title or word; of one longer than 1,000 code units the first 300. */
export function nameExcerpt(name: string): string {
  return name.length <= LONGEST_NAME ? name : beginning(name, NAME_EXCERPT);
}

/** A running text; of one longer than 20,000 code units the first 1,000. */
export function textExcerpt(text: string): string {
  return text.length <= LONGEST_TEXT ? text : beginning(text, TEXT_EXCERPT);
}

/** To the end of a word where there is one near. Never through a pair of surrogates. */
export function beginning(text: string, length: number): string {
  const cut = text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
  const space = cut.search(/\s\S*$/);
  return `${(space > length * 0.8 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
