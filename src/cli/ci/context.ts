/** The environment of a CI server → what it works on, by the variables of its table. */
import type { ContextPart, PipelineContext } from '../../report/types.js';
import { SERVERS, type Lookup } from './context-variables.js';

/** The variables of the environment, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What `--ci` can be. */
export const CI_CHOICES: readonly string[] = ['none', 'auto', ...Object.values(SERVERS).map(({ word }) => word)];

/** A server that was chosen or found: the word for it, null where only its name is known. */
export interface Found {
  readonly word: string | null;
  readonly context: PipelineContext;
}

/**
 * @param choice One of {@link CI_CHOICES}.
 * @returns Null for `none`, and for `auto` where there is no server.
 */
export async function findContext(choice: string, env: Environment): Promise<Found | null> {
  if (choice === 'none') return null;
  if (choice !== 'auto') {
    const server = Object.values(SERVERS).find(({ word }) => word === choice);
    return server ? { word: choice, context: contextOf(server, env) } : null;
  }
  // It looks at the environment of the process when it is loaded.
  const { default: detected } = await import('ci-info');
  const { id, name } = detected;
  if (id === null || name === null) return null;
  const server = SERVERS[id];
  if (server) return { word: server.word, context: contextOf(server, env) };
  const nothing = { commit: null, branch: null, pullRequest: null, build: null, job: null };
  return { word: null, context: { server: name, ...nothing } };
}

function contextOf(
  { server, commit, branch, pullRequest, build, job }: (typeof SERVERS)[string],
  env: Environment,
): PipelineContext {
  const get: Lookup = (name) => env[name]?.trim() ?? '';
  const part = (read: (get: Lookup) => readonly [string, string]): ContextPart | null => {
    const [name, url] = read(get);
    return name === '' ? null : { name, url: safeUrl(url) };
  };
  return {
    server,
    commit: part(commit),
    branch: part(branch),
    pullRequest: part(pullRequest),
    build: part(build),
    job: part(job),
  };
}

/** An http or https address without user name and password; null for anything else. */
export function safeUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.username = '';
  url.password = '';
  return url.href;
}
