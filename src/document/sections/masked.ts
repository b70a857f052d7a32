/** The log of masking: where something was masked, by which rule and how often; never the value, its length or its digest. */
import { lookUp } from '../../json.js';
import type { Masking, Redaction, ReportHead } from '../../report/types.js';
import { MASKED_ID } from '../ids.js';
import { code, inlines, linkTo, paragraph, present } from '../inline.js';
import type { Inline, Row, Section } from '../types.js';
import { named } from '../words/names.js';
import { count, figure } from '../words/quantity.js';
import { UNMASKED_SENTENCE } from '../words/unmasked.js';

/** In words: which rule masked it. */
const RULES: Readonly<Record<string, (name: string | null) => string>> = {
  secrets: () => 'a value of the experiment’s secrets',
  key: (name) => (name === null ? 'an option that takes a password' : `the name “${name}” says it is secret`),
  header: (name) => (name === null ? 'a bearer token' : `the header ${name} carries credentials`),
  'url-credentials': (name) => (name === null ? 'credentials in an address' : `“${name}” in an address or a form`),
  'private-key': () => 'a private key',
  'token-form': (name) =>
    name === 'JWT'
      ? 'the form of a JSON Web Token'
      : name === 'crypt'
        ? 'the form of a password’s digest'
        : `the form of a token of ${name ?? ''}`,
  given: (name) => `a secret given to the report as ${name ?? ''}`,
  'own-rule': (name) => (name === null ? 'a rule given to the report' : `a rule given to the report: ${name}`),
};

/** With more rows than this the log is folded where that is possible. */
const FOLDED = 20;

export function maskedSection(head: ReportHead): Section {
  const { redactions, masking, lines } = head;
  const base = { kind: 'section' as const, name: 'masked' as const, id: MASKED_ID, title: inlines('What was masked') };
  if (masking.unmasked) return { ...base, blocks: [paragraph(`On request, ${UNMASKED_SENTENCE}.`)] };
  if (redactions.length === 0) return { ...base, blocks: present(paragraph('Nothing was masked.'), ownRules(masking)) };
  const titles = new Map(lines.map(({ id, title }) => [id, title]));
  const narrow = redactions.filter(({ onlyThere }) => onlyThere).length;
  return {
    ...base,
    ...(redactions.length > FOLDED ? { fold: 'closed', aside: count(redactions.length, 'value') } : {}),
    blocks: present(
      paragraph(
        'Secret values are replaced by ‹secret 1›, ‹secret 2› and so on wherever they occur in a journal. The numbers are counted within each journal.',
      ),
      narrow > 0 &&
        paragraph(
          `${count(narrow, 'value')} that ${narrow === 1 ? 'is' : 'are'} too short or too common to be looked for ${narrow === 1 ? 'is' : 'are'} masked where a rule points at ${narrow === 1 ? 'it' : 'them'} and not elsewhere; the log says so.`,
          'note',
        ),
      ownRules(masking),
      {
        kind: 'table',
        role: 'masked',
        label: 'What was masked, where and why',
        columns: [
          { key: 'where', label: 'Where', align: 'start', width: 210, heading: true },
          { key: 'mark', label: 'Shown as', align: 'start', width: 60 },
          { key: 'places', label: 'Places', align: 'end', width: 40 },
          { key: 'rule', label: 'Rule', align: 'start', width: 180 },
        ],
        rows: redactions.map((redaction) => maskedRow(redaction, titles.get(redaction.experiment) ?? '')),
      },
    ),
  };
}

function ownRules({ rules, kept }: Masking): ReturnType<typeof paragraph> | false {
  if (rules + kept === 0) return false;
  const given = [
    ...(rules > 0 ? [`${count(rules, 'rule')} that ${rules === 1 ? 'masks' : 'mask'}`] : []),
    ...(kept > 0 ? [`${count(kept, 'rule')} that ${kept === 1 ? 'keeps' : 'keep'} a value visible`] : []),
  ];
  return paragraph(`Whoever made this report gave ${given.join(' and ')}.`, 'note');
}

function maskedRow({ experiment, pointer, count: places, name, rule, mark, onlyThere }: Redaction, title: string): Row {
  const where: Inline[] = inlines(linkTo(experiment, named(title, 'an experiment')), ': ', code(pointer));
  const why = `${lookUp(RULES, rule)?.(name) ?? rule}${onlyThere ? '; masked there, not elsewhere' : ''}`;
  return { cells: [where, inlines(`‹secret ${mark}›`), inlines(figure(places)), inlines(why)] };
}
