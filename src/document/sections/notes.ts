/** What people wrote of the whole, or of one experiment, in Markdown. */
import { inlines } from '../inline.js';
import { markdownBlocks } from '../markdown.js';
import type { Section } from '../types.js';

/** The section, where somebody wrote something. */
export function notesSection(id: string, notes: readonly string[]): Section | null {
  if (notes.length === 0) return null;
  return { kind: 'section', name: 'notes', id, title: inlines('Notes'), blocks: notes.flatMap(markdownBlocks) };
}
