/** Experiment → test suite: a case for the run, for the hypothesis before, during and after, for each activity and rollback. */
import type { DeclaredActivity, Experiment, ReportHead, RollbackResult } from '../../report/types.js';
import type { Notation } from '../settings.js';
import { KIND_WORDS, kindNoun, named } from '../words/names.js';
import { reasonText } from '../words/reason.js';
import { skipSentence } from '../words/skip.js';
import { visibleLine } from '../words/visible.js';
import { activityOutcome, runOutcome, samplesOutcome, skipped, steadyOutcome } from './outcomes.js';
import type { TestCase, TestProperty, TestSuite } from './types.js';
import { uniqueNames } from './unique-names.js';

/** Composes the suites of a report. The names of all suites are settled first, so that each is the only one of its name. */
export function testComposer(head: ReportHead, notation: Notation): (experiment: Experiment) => TestSuite {
  const names = suiteNames(head);
  return (experiment) => {
    const { id, source, title, start, duration, node } = experiment;
    return {
      ...(names.get(id) ?? { name: visibleLine(title), className: visibleLine(title) }),
      file: visibleLine(source.file),
      start: start?.instant ?? null,
      duration,
      node: node === null ? null : visibleLine(node),
      properties: propertiesOf(experiment, notation),
      cases: casesOf(experiment, notation),
    };
  };
}

/** Titles; of experiments with the same title, with their files, which do not depend on the order of the report. */
function suiteNames({ lines }: ReportHead): ReadonlyMap<string, Pick<TestSuite, 'name' | 'className'>> {
  const titled = lines.map(({ id, title, file }) => ({ id, file, title: visibleLine(named(title, 'an experiment')) }));
  const uses = new Map<string, number>();
  for (const { title } of titled) uses.set(title, (uses.get(title) ?? 0) + 1);
  const [unique, uniqueClass] = [uniqueNames(), uniqueNames()];
  return new Map(
    titled.map(({ id, title, file }) => {
      const name = unique((uses.get(title) ?? 0) > 1 ? `${title} [${visibleLine(file)}]` : title);
      return [id, { name, className: uniqueClass(name.replaceAll('.', '_')) }];
    }),
  );
}

function propertiesOf({ verdict, status, tags }: Experiment, notation: Notation): TestProperty[] {
  return [
    { name: 'verdict', value: verdict.verdict },
    { name: 'reason', value: reasonText(verdict, notation) },
    ...(status === null ? [] : [{ name: 'status', value: visibleLine(status) }]),
    ...tags.map((tag) => ({ name: 'tag', value: visibleLine(tag) })),
  ];
}

function casesOf(experiment: Experiment, notation: Notation): TestCase[] {
  const { hypothesis, run, rollbacks } = experiment;
  const steady = (name: string, outcome: TestCase['outcome']): TestCase => ({ name, duration: null, outcome });
  const before = hypothesis && [
    steady('Steady state before the run', steadyOutcome(hypothesis.before, 'before', hypothesis, notation)),
  ];
  const after = hypothesis && [
    steady('Steady state during the run', samplesOutcome(hypothesis, notation)),
    steady('Steady state after the run', steadyOutcome(hypothesis.after, 'after', hypothesis, notation)),
  ];
  const unique = uniqueNames();
  return [
    steady('The run', runOutcome(experiment, notation)),
    ...(before ?? []),
    ...run.map((result) => ({
      name: activityName(result),
      duration: result.duration,
      outcome: activityOutcome(result),
    })),
    ...notStarted(experiment),
    ...(after ?? []),
    ...rollbacks.map(rollbackCase),
  ].map((one) => ({ ...one, name: unique(one.name) }));
}

/** Activities at the end of a method that was cut short. */
function notStarted({ definition, activityCounts, dry }: Experiment): TestCase[] {
  if (activityCounts.notStarted === 0) return [];
  return definition.method.slice(-activityCounts.notStarted).map((declared) => ({
    name: activityName(declared),
    duration: null,
    outcome: skipped(dry === null ? 'It was not started.' : 'A dry run: it was not started.'),
  }));
}

function rollbackCase({ name, result, skipped: reason }: RollbackResult): TestCase {
  return {
    name: visibleLine(`Rollback - ${named(name, 'a rollback')}`),
    duration: result?.duration ?? null,
    outcome: result ? activityOutcome(result) : skipped(skipSentence(reason)),
  };
}

function activityName({ kind, name }: Pick<DeclaredActivity, 'kind' | 'name'>): string {
  return visibleLine(`${KIND_WORDS[kind]} - ${named(name, kindNoun(kind))}`);
}
