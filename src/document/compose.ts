/** Report → Document: the front, a chapter for each experiment, the back. Each part is made from what is known at its time. */
import type { Experiment, Report, ReportHead } from '../report/types.js';
import { hasHistory, latestRuns } from './latest-runs.js';
import { contentsOf } from './contents.js';
import { shownHead, withExcerpts } from './excerpts.js';
import { time } from './inline.js';
import { appendixSection } from './sections/appendix.js';
import { coverageSection } from './sections/coverage.js';
import { contributionsSection } from './sections/contributions.js';
import { experimentSection } from './sections/experiment.js';
import { howToReadSection } from './sections/how-to-read.js';
import { historySection } from './sections/history.js';
import { answer } from './sections/answer.js';
import { summarySection } from './sections/summary.js';
import { plainText, present } from './inline.js';
import { withLongTexts, withoutLongTexts } from './long-texts.js';
import { SECTION_CHOICES, type SectionChoice, type WordSettings } from './settings.js';
import type { Document, Front, Section } from './types.js';
import { textExcerpt } from './words/excerpt.js';
import { UNMASKED_MARK } from './words/unmasked.js';
import { visibleLine } from './words/visible.js';
import { GMT } from './words/zone.js';

/** The title of a report that nobody gave one. */
const DEFAULT_TITLE = 'Chaos Engineering Report';

/** Times in GMT, values as Python's literals, every section. */
export const DEFAULT_WORDS: WordSettings = {
  zone: GMT,
  notation: 'python',
  sections: new Set<SectionChoice>(SECTION_CHOICES),
};

/** Everything before the experiments, with the contents of the whole. */
export function composeFront(whole: ReportHead, settings: WordSettings): Front {
  const head = shownHead(whole);
  const sections = present(
    summarySection(head, settings),
    howToReadSection(settings.sections.has('runs') ? head.series : []),
    settings.sections.has('runs') && historySection(head, settings),
    settings.sections.has('contributions') && contributionsSection(latestRuns(head, settings)),
    settings.sections.has('coverage') && coverageSection(head, settings),
  ).map((section) => withoutLongTexts(section as Section));
  return {
    title: visibleLine(head.title ?? DEFAULT_TITLE),
    date: time(head.generated, settings.zone.date(head.generated)),
    ...classificationOf(head, settings),
    ...(settings.footer === undefined ? {} : { footer: visibleLine(settings.footer) }),
    language: 'en',
    ...(settings.author === undefined ? {} : { author: visibleLine(settings.author) }),
    subject:
      settings.subject === undefined
        ? textExcerpt(plainText(answer(latestRuns(head, settings), hasHistory(head, settings))))
        : visibleLine(settings.subject),
    keywords: settings.keywords?.map(visibleLine) ?? head.tags,
    sections,
    contents: contentsOf(head, sections, composeBack(head, settings), settings),
  };
}

/** The mark of a report with secrets in it stands where the classification does: at the head of every page. */
function classificationOf({ masking }: ReportHead, { classification }: WordSettings): Pick<Front, 'classification'> {
  const marks = [
    ...(masking.unmasked ? [UNMASKED_MARK] : []),
    ...(classification === undefined ? [] : [visibleLine(classification)]),
  ];
  return marks.length === 0 ? {} : { classification: marks.join(' · ') };
}

/** One experiment's chapter, which has every text of it whole. */
export function composeChapter(experiment: Experiment, head: ReportHead, settings: WordSettings): Section {
  const { shown, wholes } = withExcerpts(experiment);
  return withLongTexts(experimentSection(shown, shownHead(head), settings), wholes, shown.source.file);
}

/** What follows the experiments. */
export function composeBack(head: ReportHead, settings: WordSettings): Section[] {
  return settings.sections.has('appendix') ? [withoutLongTexts(appendixSection(shownHead(head)))] : [];
}

/** All at once: for few experiments. */
export function composeDocument({ head, experiments }: Report, settings: WordSettings = DEFAULT_WORDS): Document {
  return {
    front: composeFront(head, settings),
    chapters: settings.sections.has('experiments')
      ? experiments.map((experiment) => composeChapter(experiment, head, settings))
      : [],
    back: composeBack(head, settings),
  };
}
