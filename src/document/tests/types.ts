/** An experiment as servers of continuous integration show it: a suite of test cases. The words are ours, the form is theirs. */
import type { Instant, Seconds } from '../../report/types.js';

/** One experiment. */
export interface TestSuite {
  /** The experiment's title; where several have it, with their files. The same from run to run. */
  readonly name: string;
  /** The name without full stops, before the last of which Jenkins takes everything for a package. */
  readonly className: string;
  readonly file: string;
  readonly start: Instant | null;
  readonly duration: Seconds | null;
  /** The machine that ran it. */
  readonly node: string | null;
  readonly properties: readonly TestProperty[];
  /** The run itself first. Their names are unique. */
  readonly cases: readonly TestCase[];
}

/** Something that is said of a suite or a case. */
export interface TestProperty {
  readonly name: string;
  readonly value: string;
}

/** The run, an evaluation of the hypothesis, an activity or a rollback. */
export interface TestCase {
  readonly name: string;
  readonly duration: Seconds | null;
  readonly outcome: TestOutcome;
}

/** How a test ended. */
export type TestOutcome =
  | { readonly kind: 'passed' }
  /** Not evaluated, not run, or dry. */
  | { readonly kind: 'skipped'; readonly message: string }
  | TestProblem;

/**
 * `failure`: the system did not do what the hypothesis says, during the method or after it. `error`: the experiment could
 * not be carried out as declared, which says nothing about the system.
 */
export interface TestProblem {
  readonly kind: 'failure' | 'error';
  /** The class of the exception, or what was not so: `not-met`. */
  readonly type: string;
  /** One line. */
  readonly message: string;
  /** What follows the message: further lines, the traceback; empty where there is no more. */
  readonly details: string;
}
