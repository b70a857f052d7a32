/** A callout → mark and word, and the sentence, which leads to its evidence. */
import type { Callout } from '../../document/types.js';
import type { Frame } from './frame.js';
import { evidenceLink } from './inline.js';
import { status } from './status.js';

/** What `callout.hbs` is given beside the callout's own fields. */
export function calloutView(callout: Callout, frame: Frame): object {
  return {
    ...callout,
    mark: status(callout.status, frame),
    words: evidenceLink(callout.content, callout.target, frame),
  };
}
