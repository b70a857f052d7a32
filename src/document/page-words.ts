/** The few words that only media with pages need. */

export const CONTENTS_TITLE = 'Contents';

/** Before the number of a page: "p. 4". */
export const PAGE_PREFIX = 'p.\u00a0';

/** Stands over the rest of a text that goes on on another page: "Traceback of NAME, continued". */
export function continuedNotice(what: string): string {
  return `${what}, continued`;
}

/** The foot of a page in three parts, the middle one stressed: "Page 4 of 23". */
export function pageOfPages(page: number, pages: number): readonly [string, string, string] {
  return ['Page ', String(page), ` of ${String(pages)}`];
}

/** What a link to another place says to those who do not see it: its words, and the page where it leads. */
export function pageLinkWords(page: number): string {
  return `Page ${String(page)}`;
}
