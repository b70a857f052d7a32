/** The last word of a traceback: the class and message of the exception that ended it. */

export interface ExceptionHeadline {
  /** `chaoslib.exceptions.ActivityFailed`; empty where the text names no class. */
  readonly type: string;
  /** May have several lines. */
  readonly message: string;
}

const CLASS_LINE = /^((?:[A-Za-z_]\w*\.)*[A-Z]\w*)(?::\s?|$)/;

/**
 * Finds the headline: the last line that names a class and follows a frame (frames are indented). A message such as
 * Kubernetes' `(404)\nReason: Not Found` has lines that look like a class and follow no frame.
 */
export function exceptionHeadline(traceback: string): ExceptionHeadline {
  const lines = traceback.trimEnd().split('\n');
  for (let index = lines.length - 1; index >= 0; index--) {
    const match = CLASS_LINE.exec(lines[index] ?? '');
    const before = lines[index - 1];
    if (!match || !(before === undefined || before.trim() === '' || /^\s/.test(before))) continue;
    const type = match[1] ?? '';
    const rest = [(lines[index] ?? '').slice(match[0].length), ...lines.slice(index + 1)].join('\n').trim();
    // chaoslib wraps an exception in its own text: `ActivityFailed: ActivityFailed: pod is gone`.
    return { type, message: rest.startsWith(`${type}: `) ? rest.slice(type.length + 2) : rest };
  }
  return { type: '', message: lines.at(-1)?.trim() ?? '' };
}

/** Sentences that Python puts between the exceptions of a chain. */
const CHAIN =
  /^(?:During handling of the above exception, another exception occurred:|The above exception was the direct cause of the following exception:)$/m;

/** The first exception of a chain: what everything after it goes back to. */
export function rootCause(traceback: string): ExceptionHeadline {
  const joint = CHAIN.exec(traceback);
  return exceptionHeadline(joint ? traceback.slice(0, joint.index) : traceback);
}

/** What makes two exceptions the same: class and message without object addresses. */
export function exceptionKey({ type, message }: ExceptionHeadline): string {
  return `${type}: ${message.replace(/0x[0-9a-fA-F]+/g, '0x')}`;
}
