/** Why the verdict is what it is: one sentence for the chapter, and a shorter one for page 1. */
import { isArray, isNumeral, isObject, type JsonValue } from '../../json.js';
import { textOf } from '../../report/read-parts.js';
import type { Judgement, Reason } from '../../report/types.js';
import { emphasis, inlines, linkToEvidence, plainText } from '../inline.js';
import type { Notation } from '../settings.js';
import type { Inline } from '../types.js';
import { doubts, failedSuffix, pausesSkipped } from './doubts.js';
import { firstLine } from './first-line.js';
import { literal } from './literal.js';
import { capital, count, figure } from './quantity.js';
import { sentenceValue } from './value.js';

/** A sentence, with a link to what shows it. */
export function reasonSentence({ reason, checks }: Judgement, notation: Notation): Inline[] {
  const subject = (): Inline[] => linkToEvidence(reason.evidence, emphasis(nameOf(reason)));
  switch (reason.code) {
    case 'out-of-tolerance-after':
      return inlines('After the method ', subject(), ` ${outOfTolerance(reason, notation)}${alsoDuring(reason)}.`);
    case 'not-measured-after':
      return inlines(
        'After the method the steady state could not be measured: ',
        subject(),
        ` raised an error${cause(reason)}${alsoDuring(reason)}.`,
      );
    case 'out-of-tolerance-during':
      return inlines(
        'During the method ',
        subject(),
        ` was out of tolerance in ${samples(reason)}${afterDuring(reason)}.`,
      );
    case 'not-measured-during':
      return inlines(
        'During the method the steady state could not be measured in ',
        samples(reason),
        ': ',
        subject(),
        ` raised an error${cause(reason)}${afterDuring(reason)}.`,
      );
    case 'out-of-tolerance-before':
      return inlines(
        'Before the method ',
        subject(),
        ` ${outOfTolerance(reason, notation)}, so nothing was tested${misled(reason)}.`,
      );
    case 'not-measured-before':
      return inlines(
        'Before the method the steady state could not be measured, so nothing was tested: ',
        subject(),
        ` raised an error${cause(reason)}${misled(reason)}.`,
      );
    case 'aborted':
      return inlines(
        'The run was aborted',
        ...(reason.name ? inlines(' during ', subject()) : []),
        `; ${soFar(reason)}.`,
      );
    case 'interrupted':
      return inlines(
        'The run was interrupted',
        ...(reason.name ? inlines(' during ', subject()) : []),
        `; ${soFar(reason)}.`,
      );
    case 'failed':
      return inlines(
        'The run itself failed',
        ...(reason.name ? inlines(': ', subject(), ' raised an error') : []),
        `; ${soFar(reason)}.`,
      );
    case 'dry':
      return inlines(`${dryWords(reason.dry)}, so nothing was learnt about the system.`);
    case 'nothing-verified':
      return inlines(
        `There is a hypothesis, and it was not evaluated after or during the method${failedSuffix(reason.activities)}.`,
      );
    case 'not-recorded':
      return inlines(
        `There is a hypothesis, and the journal does not record whether it was evaluated${failedSuffix(reason.activities)}.`,
      );
    case 'no-hypothesis':
      return inlines(
        `No hypothesis was declared: there was nothing to hold or to deviate from${failedSuffix(reason.activities)}.`,
      );
    case 'no-probes':
      return inlines(
        `The hypothesis has no probes: there was nothing to hold or to deviate from${failedSuffix(reason.activities)}.`,
      );
    case 'verified':
      return inlines(`The steady state was verified ${whenVerified(reason)}${doubts(checks, reason)}.`);
  }
}

/** A few words for the matrix. */
export function shortReason(judgement: Judgement, notation: Notation): string {
  const { reason, checks } = judgement;
  const name = quoted(reason);
  switch (reason.code) {
    case 'out-of-tolerance-after':
      return `${name} ${outOfTolerance(reason, notation)}, after the method${alsoDuring(reason)}.`;
    case 'not-measured-after':
      return `${name} could not be measured after the method${cause(reason)}${alsoDuring(reason)}.`;
    case 'out-of-tolerance-during':
      return `${name} was out of tolerance in ${samples(reason)} during the method${afterDuring(reason)}.`;
    case 'not-measured-during':
      return `${name} could not be measured in ${samples(reason)} during the method${afterDuring(reason)}.`;
    case 'out-of-tolerance-before':
      return `${name} ${outOfTolerance(reason, notation)}, before the method${misled(reason)}.`;
    case 'not-measured-before':
      return `${name} could not be measured before the method${cause(reason)}${misled(reason)}.`;
    case 'aborted':
    case 'interrupted':
      return `Stopped${reason.name ? ` during ${name}` : ''}; ${soFar(reason)}.`;
    case 'failed':
      return `Failed${reason.name ? ` in ${name}` : ''}; ${soFar(reason)}.`;
    case 'dry':
      return `${dryWords(reason.dry)}.`;
    case 'nothing-verified':
      return `Not evaluated after or during the method${failedSuffix(reason.activities)}.`;
    case 'not-recorded':
      return `The journal does not record whether the steady state was checked${failedSuffix(reason.activities)}.`;
    case 'no-hypothesis':
      return `No hypothesis: nothing to hold or to deviate from${failedSuffix(reason.activities)}.`;
    case 'no-probes':
      return `A hypothesis without probes: nothing to hold or to deviate from${failedSuffix(reason.activities)}.`;
    case 'verified':
      return `${capital(`verified ${whenVerified(reason)}`)}${doubts(checks, reason)}${pausesSkipped(reason)}.`;
  }
}

function nameOf(reason: Reason): string {
  return reason.name === null || reason.name === '' ? 'the probe' : reason.name;
}

/** A name in plain text, where no type tells it from the words around it. */
function quoted(reason: Reason): string {
  return reason.name === null || reason.name === '' ? nameOf(reason) : `“${reason.name}”`;
}

/** "returned 503 where 200 is expected"; "was out of tolerance" where the values are too long for a sentence. */
export function outOfTolerance(
  { observed, tolerance, name }: Pick<Reason, 'observed' | 'tolerance' | 'name'>,
  notation: Notation,
): string {
  // A null observation and none at all look alike: only a tolerance that compares values tells them apart.
  const seen =
    name === null || (observed === null && isObject(tolerance)) ? undefined : sentenceValue(observed, notation);
  const expected = expectation(tolerance, notation);
  if (seen === undefined)
    return expected === undefined ? 'was out of tolerance' : `was out of tolerance (${expected} is expected)`;
  return `returned ${seen}${expected === undefined ? ', out of tolerance' : ` where ${expected} is expected`}`;
}

/** What a tolerance expects, as a noun; undefined where that takes more than a few words. */
function expectation(tolerance: JsonValue | null, notation: Notation): string | undefined {
  if (tolerance === null) return undefined;
  if (isArray(tolerance)) {
    const bounds = tolerance.length === 2 && tolerance.every((bound) => typeof bound === 'number' || isNumeral(bound));
    const words = tolerance.map((one) => literal(one, { notation }));
    const said = bounds ? `${words[0] ?? ''} to ${words[1] ?? ''}` : `one of ${words.join(', ')}`;
    return said.length <= 60 ? said : undefined;
  }
  if (!isObject(tolerance)) return sentenceValue(tolerance, notation);
  switch (tolerance.type) {
    case 'range':
      return isArray(tolerance.range) ? expectation(tolerance.range, notation) : undefined;
    case 'regex':
      return (textOf(tolerance.pattern)?.length ?? 99) <= 40
        ? `a match of /${textOf(tolerance.pattern) ?? ''}/`
        : undefined;
    default:
      return undefined;
  }
}

function samples({ samples: { total, notMet } }: Reason): string {
  return `${figure(notMet)} of ${count(total, 'sample')}`;
}

function alsoDuring(reason: Reason): string {
  return reason.samples.notMet > 0 ? `, and ${samples(reason)} during the method were out of tolerance` : '';
}

function afterDuring({ before, after }: Reason): string {
  if (after === 'met')
    return before === 'met' ? '; the steady state was met before and after' : '; the steady state was met after';
  return after === 'not-run' ? '; the steady state was not checked after' : '';
}

/** What kept a probe from measuring. */
function cause(reason: Reason): string {
  return reason.cause === null ? '' : ` (${firstLine(reason.cause)})`;
}

/** The journal's own words, where they would mislead. */
function misled({ status }: Reason): string {
  return status === 'completed' ? '; the journal says “completed”' : '';
}

function soFar({ before, after }: Reason): string {
  if (after === 'met') return 'the steady state was verified after the method';
  return before === 'met'
    ? 'the steady state was verified before the method and not checked after it'
    : 'no check of the steady state is recorded';
}

function whenVerified({ before, after, samples: { total } }: Reason): string {
  const when = [
    before === 'met' ? 'before' : '',
    total > 0 ? `in all ${count(total, 'sample')} during` : '',
    after === 'met' ? 'after' : '',
  ];
  const said = when.filter((word) => word !== '');
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} and ${said.at(-1) ?? ''}`;
}

function dryWords(dry: string | null): string {
  switch (dry) {
    case 'actions':
      return 'A dry run: actions were not carried out';
    case 'probes':
      return 'A dry run: probes were not run';
    default:
      return 'A dry run: neither actions nor probes were carried out';
  }
}

/** The whole reason as plain text, for test results: names in quotes, where no type tells them from the words around them. */
export function reasonText(judgement: Judgement, notation: Notation): string {
  return plainText(withQuotes(reasonSentence(judgement, notation)));
}

/** Emphasis, which only names have here, as quotes. */
function withQuotes(content: readonly Inline[]): Inline[] {
  return content.flatMap((part): Inline[] => {
    if (part.kind === 'emphasis') return inlines('“', ...part.children, '”');
    return [part.kind === 'link' ? { ...part, children: withQuotes(part.children) } : part];
  });
}
