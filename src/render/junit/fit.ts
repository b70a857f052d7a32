/**
 * A suite → the fullest form of it that still fits into the file. The order of a report is worst first, so what matters
 * most is whole; of the others first the tracebacks are cut, then left out, then the cases that passed or were skipped.
 */
import { cutNotice } from '../../document/cut.js';
import { suiteNotice } from '../../document/page-words.js';
import type { TestCase, TestOutcome, TestSuite } from '../../document/tests/types.js';

/** Bytes of a file: GitLab takes reports of less than 30 MB, docs.gitlab.com "Unit test reports". A little is kept back. */
export const FILE_LIMIT = 29_000_000;
/** Bytes kept free for each suite to come: one with its run alone is shorter, but for the longest titles. */
const SUITE_ROOM = 1500;
/** Characters of a traceback's end, where the exception is. */
const TAIL = 3000;

/** Hands out the room of a file. */
export interface Room {
  /** Whether more was taken than there was. */
  isOver(): boolean;
  take(text: string): string;
  /** The fullest element that leaves room for `after` more suites. */
  suite(suite: TestSuite, after: number, element: (suite: TestSuite) => string): string;
}

/** The room of a file of so many bytes. */
export function roomOf(limit: number): Room {
  let left = limit;
  const take = (text: string): string => {
    left -= Buffer.byteLength(text);
    return text;
  };
  return {
    isOver: () => left < 0,
    take,
    suite(suite, after, element) {
      const room = left - after * SUITE_ROOM;
      for (const shorter of [whole, withCutDetails, withoutDetails, problemsAlone]) {
        const text = element(shorter(suite));
        if (Buffer.byteLength(text) <= room) return take(text);
      }
      return take(element(runAlone(suite)));
    },
  };
}

const whole = (suite: TestSuite): TestSuite => suite;

function withCutDetails(suite: TestSuite): TestSuite {
  return noted(
    suite,
    'cut',
    suite.cases.map((one) =>
      withDetails(one, (details) =>
        details.length <= TAIL
          ? details
          : `${cutNotice(Buffer.byteLength(details.slice(-TAIL)), Buffer.byteLength(details))}\n\n${details.slice(-TAIL).replace(/^[\udc00-\udfff]/, '')}`,
      ),
    ),
  );
}

function withoutDetails(suite: TestSuite): TestSuite {
  return noted(
    suite,
    'details',
    suite.cases.map((one) => withDetails(one, () => '')),
  );
}

function problemsAlone(suite: TestSuite): TestSuite {
  const cases = suite.cases.filter(({ outcome }, index) => index === 0 || isProblem(outcome));
  return noted(
    suite,
    'cases',
    cases.map((one) => withDetails(one, () => '')),
  );
}

/** The run, which is the first case, and the verdict. */
function runAlone(suite: TestSuite): TestSuite {
  const cases = suite.cases.slice(0, 1).map((one) => withDetails(one, () => ''));
  return noted({ ...suite, properties: suite.properties.slice(0, 1) }, 'all-cases', cases);
}

function noted(suite: TestSuite, what: Parameters<typeof suiteNotice>[0], cases: readonly TestCase[]): TestSuite {
  return { ...suite, cases, properties: [...suite.properties, { name: 'left-out', value: suiteNotice(what) }] };
}

function withDetails(one: TestCase, change: (details: string) => string): TestCase {
  const { outcome } = one;
  return isProblem(outcome) ? { ...one, outcome: { ...outcome, details: change(outcome.details) } } : one;
}

function isProblem(outcome: TestOutcome): outcome is Extract<TestOutcome, { kind: 'failure' | 'error' }> {
  return outcome.kind === 'failure' || outcome.kind === 'error';
}
