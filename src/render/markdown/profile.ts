/**
 * Whose rules Markdown keeps to, as data: how long a text may be.
 * Sources: GitHub refuses bodies of issues, pull requests and comments over 65,536 characters; GitLab descriptions over
 * one megabyte, docs.gitlab.com "Issuable-like Rails models". Summaries of steps may have 1 MiB, docs.github.com
 * "Workflow commands".
 */
import type { MarkdownProfile, Profile } from '../types.js';

/** How long a text may be in a place. */
export interface ProfileRules {
  /** The most that a text may be long; a little is kept back for what is counted differently there. */
  readonly limit: number;
  /** What {@link limit} counts. */
  readonly lengthOf: (text: string) => number;
}

const utf8 = new TextEncoder();

const RULES: Readonly<Record<MarkdownProfile, ProfileRules>> = {
  github: { limit: 65_000, lengthOf: (text) => text.length },
  gitlab: { limit: 1_040_000, lengthOf: (text) => utf8.encode(text).length },
  'step-summary': { limit: 1_040_000, lengthOf: (text) => utf8.encode(text).length },
};

/** Markdown for no place in particular: a file, of any length. */
const FILE: ProfileRules = { limit: Infinity, lengthOf: (text) => text.length };

/** What a place asks for; null is a file. */
export function rulesOf(profile: Profile | null): ProfileRules {
  return profile === null || profile === 'confluence' ? FILE : RULES[profile];
}
