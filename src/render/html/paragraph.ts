/** A paragraph → its view: the class of its role. */
import type { Paragraph } from '../../document/types.js';

/** What `paragraph.hbs` is given beside the paragraph's own fields. */
export function paragraphView(paragraph: Paragraph): object {
  const role = paragraph.role ?? 'body';
  return { ...paragraph, className: role === 'body' ? '' : role, strong: role === 'heading' };
}
