/** A whole report in memory → the bytes of one format: for few journals. The command gives experiments one at a time instead. */
import { chosenSections } from '../document/chosen-sections.js';
import { composeBack, composeChapter, composeFront, DEFAULT_WORDS } from '../document/compose.js';
import type { Notation, SectionChoice, WordSettings } from '../document/settings.js';
import { zoneOf } from '../document/words/zone.js';
import { ReportError } from '../errors.js';
import type { Report } from '../report/types.js';
import { FORMAT_NAMES, formatNamed, type FormatName } from './index.js';
import { DEFAULT_SETTINGS, type RenderSettings } from './types.js';

/** How a report is written and rendered. What is left out has the default of the command's option of that name. */
export interface RenderOptions extends Partial<Omit<RenderSettings, 'assets' | 'folder' | 'taken' | 'notation'>> {
  /** A name of the IANA time zone database: `Europe/Paris`. */
  readonly timeZone?: string;
  readonly notation?: Notation;
  readonly sections?: Iterable<SectionChoice>;
  /** How confidential it is: at the head of every page of the PDF, at the top of the HTML. */
  readonly classification?: string;
  /** A line for the foot of every page of the PDF, and for the end of the HTML. */
  readonly footer?: string;
  /** Who answers for it: in the metadata of PDF and HTML. */
  readonly author?: string;
  /** What the metadata say that it is about; its answer where this is left out. */
  readonly subject?: string;
  /** The tags of the experiments where these are left out. */
  readonly keywords?: readonly string[];
}

/**
 * Renders a report.
 *
 * @throws ReportError `unknown-format`, or `usage` for a time zone that there is not.
 */
export async function renderReport(
  report: Report,
  format: FormatName,
  options: RenderOptions = {},
): Promise<Uint8Array> {
  const known = formatNamed(format);
  if (!known) {
    throw new ReportError('unknown-format', `"${format}" is not a format.`, {
      hint: `Formats: ${FORMAT_NAMES.join(', ')}.`,
    });
  }
  const renderer = await known.load();
  const words = await wordSettings(options);
  const parts: Uint8Array[] = [];
  const { head, experiments } = report;
  const rendering = await renderer.open(
    { head, front: composeFront(head, words), back: composeBack(head, words) },
    {
      ...DEFAULT_SETTINGS,
      maxOutput: options.maxOutput ?? DEFAULT_SETTINGS.maxOutput,
      page: options.page ?? DEFAULT_SETTINGS.page,
      attachments: options.attachments ?? DEFAULT_SETTINGS.attachments,
      fragment: options.fragment ?? DEFAULT_SETTINGS.fragment,
      profile: options.profile ?? DEFAULT_SETTINGS.profile,
      themeFonts: options.themeFonts ?? DEFAULT_SETTINGS.themeFonts,
      fonts: options.fonts ?? DEFAULT_SETTINGS.fonts,
      logo: options.logo ?? DEFAULT_SETTINGS.logo,
      theme: options.theme ?? DEFAULT_SETTINGS.theme,
      templates: options.templates ?? DEFAULT_SETTINGS.templates,
      headingLevel: options.headingLevel ?? DEFAULT_SETTINGS.headingLevel,
      notation: words.notation,
    },
    { write: (bytes) => void parts.push(bytes) },
  );
  // Formats made of facts have the experiments whatever sections were chosen.
  const chapters = words.sections.has('experiments') || known.of === 'facts' ? experiments : [];
  for (const facts of chapters) {
    await rendering.experiment({ facts, section: () => composeChapter(facts, head, words) });
  }
  await rendering.close();
  return Buffer.concat(parts);
}

/** The settings that options ask for. */
async function wordSettings({
  timeZone,
  notation,
  sections,
  classification,
  footer,
  author,
  subject,
  keywords,
}: RenderOptions): Promise<WordSettings> {
  const zone = timeZone === undefined ? DEFAULT_WORDS.zone : await zoneOf(timeZone);
  if (!zone)
    throw new ReportError('usage', `"${timeZone ?? ''}" is not a time zone.`, {
      hint: 'Write a name like Europe/Paris or UTC.',
    });
  return {
    zone,
    notation: notation ?? DEFAULT_WORDS.notation,
    sections: sections === undefined ? DEFAULT_WORDS.sections : chosenSections(sections),
    ...(classification === undefined ? {} : { classification }),
    ...(footer === undefined ? {} : { footer }),
    ...(author === undefined ? {} : { author }),
    ...(subject === undefined ? {} : { subject }),
    ...(keywords === undefined ? {} : { keywords }),
  };
}
