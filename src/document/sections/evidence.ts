/** The four evidence checks over all experiments: how far the verdicts can be trusted. */
import type { EvidenceChecks, ReportHead } from '../../report/types.js';
import { inlines, paragraph, status } from '../inline.js';
import type { Inline, List, Section } from '../types.js';
import { count, figure } from '../words/quantity.js';

/** The questions, in the words of the chapters. */
export const CHECK_WORDS: readonly (readonly [keyof EvidenceChecks, string])[] = [
  ['baselineVerified', 'baseline verified'],
  ['everyActionSucceeded', 'every action succeeded'],
  ['everyProbeEvaluatedAfter', 'every declared probe evaluated after'],
  ['everyRollbackSucceeded', 'every declared rollback ran and succeeded'],
];

export function evidenceSection({ lines }: ReportHead): Section {
  const intro =
    lines.length === 1
      ? 'What the verdict rests on.'
      : 'What the verdicts rest on. Each line counts the experiments that it applies to.';
  const list: List = {
    kind: 'list',
    role: 'checks',
    ordered: false,
    items: CHECK_WORDS.map(([check, words]) => [
      paragraph(inlines(tally(check, lines), ` ${words}${why(check, lines)}${besides(check, lines)}`)),
    ]),
  };
  return {
    kind: 'section',
    name: 'evidence',
    id: 'evidence',
    title: inlines('Evidence'),
    blocks: [paragraph(intro, 'note'), list],
  };
}

/** Why nothing is known, in a report of one experiment: of several each has its own reason. */
function why(check: keyof EvidenceChecks, lines: ReportHead['lines']): string {
  const [only] = lines;
  if (!only || lines.length > 1 || only.verdict.checks[check] !== 'not-known') return '';
  if (check === 'everyRollbackSucceeded')
    return only.rollbacks.declared === 0 ? ': none was declared' : ': not recorded';
  if (check === 'everyActionSucceeded') return ': no action was declared';
  if (!only.level.hypothesis)
    return only.verdict.reason.code === 'no-probes'
      ? ': the hypothesis has no probes'
      : ': no hypothesis with probes was declared';
  return only.verdict.verdict === 'dry-run' ? ': a dry run' : ': not checked, as far as the journal tells';
}

/** Probes of the method that failed where every action succeeded: the question does not ask for them. */
function besides(check: keyof EvidenceChecks, lines: ReportHead['lines']): string {
  if (check !== 'everyActionSucceeded') return '';
  const failed = lines.filter(({ verdict, activities }) => verdict.checks[check] === 'yes' && activities.failed > 0);
  const [only] = failed;
  if (!only) return '';
  return lines.length === 1
    ? `; ${count(only.activities.failed, 'probe')} of the method failed`
    : `; in ${figure(failed.length)} of them probes of the method failed`;
}

/** "yes" and "no" for one experiment; for several in how many of those where the question can be asked. */
function tally(check: keyof EvidenceChecks, lines: ReportHead['lines']): Inline {
  const known = lines.map(({ verdict }) => verdict.checks[check]).filter((answer) => answer !== 'not-known');
  const yes = known.filter((answer) => answer === 'yes').length;
  if (known.length === 0) return status('not-known', 'not known');
  const name = yes === known.length ? 'yes' : 'no';
  return status(name, lines.length === 1 ? name : `${figure(yes)} of ${figure(known.length)}`);
}
