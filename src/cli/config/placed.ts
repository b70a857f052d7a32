/** Problems with options → the same, told with the place in the file or environment where the option is from. */
import { ReportError } from '../../errors.js';
import type { Tokens } from '../read-tokens.js';

/** Problems with what a file or the environment says, told with the place of it. */
export function placed(problems: readonly ReportError[], { origins }: Tokens): ReportError[] {
  return problems.map((problem) => {
    const name = /--([a-z][a-z-]*)/.exec(problem.message)?.[1];
    const place = [...origins].find(([option]) => option === name)?.[1];
    if (problem.place || !place) return problem;
    return new ReportError(problem.code, problem.message, {
      place,
      cause: problem.cause,
      ...(problem.hint === undefined ? {} : { hint: problem.hint }),
    });
  });
}
