/** What whoever asks for a report may say about its words. */
import type { Zone } from './words/zone.js';

/** Parts of the report that can be chosen. The summary is always there. */
export const SECTION_CHOICES = [
  'summary',
  'runs',
  'contributions',
  'coverage',
  'experiments',
  'definition',
  'result',
  'outputs',
  'appendix',
] as const;
export type SectionChoice = (typeof SECTION_CHOICES)[number];

/** How values are written: as Python's literals, or as JSON. */
export type Notation = 'python' | 'json';

/** How a report is put into words. */
export interface WordSettings {
  /** Writes times; see `zoneOf`. */
  readonly zone: Zone;
  readonly notation: Notation;
  readonly sections: ReadonlySet<SectionChoice>;
  /** How confidential the report is: CONFIDENTIAL. */
  readonly classification?: string;
  /** A line for the foot of every page. */
  readonly footer?: string;
  /** Who answers for the report. */
  readonly author?: string;
  /** What it is about; its answer where this is left out. */
  readonly subject?: string;
  /** The tags of its experiments where these are left out. */
  readonly keywords?: readonly string[];
}
