/** What kept a file from being read → what the report tells of it. */
import type { ReportError } from '../errors.js';
import { maskName } from './masking/mask-name.js';
import type { MaskingSettings } from './masking/own-rules.js';
import type { UnreadableSource } from './types.js';

/** Names of files stand in what is said too: a hint says which name is like one that is not there. */
export function unreadableSource(
  { code, message, place, hint }: ReportError,
  masking: MaskingSettings,
): UnreadableSource {
  return {
    file: maskName(place?.file ?? '', masking),
    code,
    message: maskName(message, masking),
    line: place?.line ?? null,
    column: place?.column ?? null,
    pointer: place?.pointer ?? null,
    hint: hint === undefined ? null : maskName(hint, masking),
  };
}
