/** What kept a file from being read → what the report tells of it. */
import type { ReportError } from '../errors.js';
import type { UnreadableSource } from './types.js';

export function unreadableSource({ code, message, place, hint }: ReportError): UnreadableSource {
  return {
    file: place?.file ?? '',
    code,
    message,
    line: place?.line ?? null,
    column: place?.column ?? null,
    pointer: place?.pointer ?? null,
    hint: hint ?? null,
  };
}
