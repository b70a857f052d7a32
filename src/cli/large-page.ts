/** The size of a page → what to know about it before it is sent to anybody. */
import type { Format } from '../render/index.js';

/** Bytes from which on browsers take seconds to open a page, and mail servers refuse it. */
const LARGE = 20e6;

/** A sentence for a page that is larger than is good for its readers; undefined for any other output. */
export function largePageWarning(size: number, format: Format): string | undefined {
  return format.name === 'html' && size > LARGE
    ? 'browsers are slow to open a page of this size; write a folder with a page an experiment (-o report/), choose some with --filter, or leave the outputs out with --sections'
    : undefined;
}
