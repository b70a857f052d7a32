/** The head → what every manifest says of the sources: which bytes were read. */
import type { ReportHead, Source } from './types.js';

/** A source without what was odd about it. */
export type RecordedSource = Pick<Source, 'file' | 'pointer' | 'sha256' | 'size' | 'experiment'>;

/** All sources of a report, those without a chapter among them. */
export function recordedSources({ sources }: ReportHead): readonly RecordedSource[] {
  return sources.map(({ file, pointer, sha256, size, experiment }) => ({ file, pointer, sha256, size, experiment }));
}
