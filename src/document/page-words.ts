/** The few words that only some media need: those with pages, and those with a limit. */
import { count } from './words/quantity.js';
import { visibleLine } from './words/visible.js';

export const CONTENTS_TITLE = 'Contents';

/** Leads from an experiment's page to the index of all. */
export const INDEX_LINK = 'The whole report';

/** What the links between the pages of experiments are, to those who are read them. */
export const STEPS_TITLE = 'Other experiments';

/** Leads to the page of the experiment before or after. */
export function stepWords(to: 'previous' | 'next', title: string, run?: string): string {
  const name = run === undefined ? title : `${title}, ${run}`;
  return to === 'previous' ? `Previous: ${name}` : `Next: ${name}`;
}

/** The title of an experiment's page in a window's bar. */
export function experimentPageTitle(experiment: string, report: string): string {
  return `${experiment} – ${report}`;
}

/** What a logo shows, to those who do not see it. */
export function logoWords(author: string | undefined): string {
  return author === undefined ? 'Logo' : `Logo of ${author}`;
}

/** Before the number of a page: "p. 4". */
export const PAGE_PREFIX = 'p.\u00a0';

/** Holds the runs before the latest one, in the outline of a file. */
export const EARLIER_RUNS = 'Earlier runs';

/** Instead of the number of the page where both stand. */
export const THIS_PAGE = 'this page';

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

/** Stands for a part of a report that does not fit where the report is put. */
export function leftOutNotice(what: 'appendix' | 'details' | 'parts' | 'rows'): string {
  const left = {
    appendix: 'The outputs are left out here',
    details: 'The details are left out here',
    parts: 'All parts but the summary are left out here, or shortened',
    rows: 'All parts but the summary are left out here, or shortened, and so are most rows of the summary’s tables',
  };
  return `${left[what]}${BECAUSE}`;
}

/** Stands for the experiments at the end of a report of which not even the titles fit. */
export function leftOutExperiments(number: number): string {
  return `${count(number, 'more experiment')} ${number === 1 ? 'is' : 'are'} left out here${BECAUSE}`;
}

const BECAUSE = ': the whole report would be longer than this place allows. Its other formats have them.';

/** What was left out of an experiment's test results, so that the file is as short as servers ask. */
export function suiteNotice(what: 'cut' | 'details' | 'cases' | 'all-cases'): string {
  const left = {
    cut: 'Long tracebacks are cut',
    details: 'Tracebacks are left out',
    cases: 'What passed or was skipped is left out, and tracebacks',
    'all-cases': 'All but the run itself is left out',
  };
  return `${left[what]}: the file would be longer than servers take. The report has everything.`;
}

/** What the files inside a report are, in the list that readers show. */
export const ATTACHED_FACTS = 'The facts of this report, masked';
export const ATTACHED_MANIFEST = 'What was read for this report, and what is attached to it, with SHA-256';

/** The attached journal of an experiment. */
export function attachedJournal(file: string): string {
  return `The journal ${visibleLine(file)}, masked`;
}
