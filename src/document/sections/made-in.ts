/** Where the report was made, and of what: one sentence with links, under the answer on page 1. */
import type { ContextPart, PipelineContext } from '../../report/types.js';
import { code, inlines, paragraph } from '../inline.js';
import type { Inline, Paragraph } from '../types.js';
import { visibleAddress } from '../words/visible.js';

/** Characters of a commit's name: as many as tell commits apart. */
const COMMIT_LENGTH = 12;

export function madeIn({ server, commit, branch, pullRequest, build, job }: PipelineContext): Paragraph {
  const parts = [
    told('build', build),
    told('job', job),
    told('branch', branch),
    told('commit', commit && { ...commit, name: commit.name.slice(0, COMMIT_LENGTH) }),
    told(server.startsWith('GitLab') ? 'merge request' : 'pull request', pullRequest),
  ].filter((part) => part.length > 0);
  const said = parts.flatMap((part, index) => inlines(index === 0 ? ': ' : ', ', part));
  return paragraph(inlines(`Made in ${server}`, said, '.'), 'note');
}

function told(what: string, part: ContextPart | null): Inline[] {
  if (!part) return [];
  const name = code(part.name);
  return inlines(
    `${what} `,
    part.url === null ? name : { kind: 'link', to: { href: visibleAddress(part.url) }, children: [name] },
  );
}
