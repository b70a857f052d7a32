/** Lines for those who answer for the report: what is not known yet is left free to be written by hand. */
import type { ReportHead, SignOff } from '../../report/types.js';
import { inlines, paragraph } from '../inline.js';
import type { Inline, Section } from '../types.js';
import { count } from '../words/quantity.js';

/** Two lines, to be written on by hand. */
const ROOM: readonly Inline[] = [{ kind: 'break' }];

/** The section, where somebody is to sign. */
export function signOffSection({ sidecar }: ReportHead): Section | null {
  const people = sidecar?.signOffs ?? [];
  if (people.length === 0) return null;
  return {
    kind: 'section',
    name: 'sign-off',
    id: 'sign-off',
    title: inlines('Sign-off'),
    blocks: [
      paragraph(sum(people), 'intro'),
      {
        kind: 'table',
        role: 'sign-off',
        label: 'Who signs the report',
        columns: [
          { key: 'role', label: 'Role', align: 'start', width: 110, heading: true },
          { key: 'name', label: 'Name', align: 'start', width: 110 },
          { key: 'decision', label: 'Decision', align: 'start', width: 90 },
          { key: 'date', label: 'Date', align: 'start', width: 70 },
          { key: 'signature', label: 'Signature', align: 'start', width: 120 },
        ],
        rows: people.map(({ role, name, decision, date }) => ({
          cells: [
            inlines(role ?? name ?? ''),
            inlines(name ?? ''),
            inlines(decision ?? ''),
            inlines(date ?? ''),
            date === null ? ROOM : [],
          ],
        })),
      },
    ],
  };
}

function sum(people: readonly SignOff[]): string {
  const decided = people.filter(({ decision }) => decision !== null).length;
  return decided === 0
    ? 'Nobody has decided yet.'
    : `${decided} of ${count(people.length, 'person', 'people')} ${decided === 1 ? 'has' : 'have'} decided.`;
}
