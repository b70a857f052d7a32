/** A signal that ends the process → the exit code that says so, after what stands half done on the disk is cleared away. */

/** 128 and the signal's number, as shells count. SIGBREAK is Windows' own, and SIGHUP a window that was closed there. */
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143, SIGBREAK: 149 } as const;

type EndingSignal = keyof typeof EXIT_CODES;

/** How many calls wait in the system for somebody else: a named pipe that nobody reads. */
let waiting = 0;

/**
 * Calls `cleanUp` when a signal ends the process, and ends it when that is done. A second signal ends it at once. Returns what
 * takes that back.
 *
 * @param cleanUp Gives or resolves to false where the process cannot be left in the usual way, because a call is stuck.
 */
export function onSignal(cleanUp: () => boolean | Promise<boolean>): () => void {
  const handlers = Object.entries(EXIT_CODES).map(([name, exitCode]) => {
    const signal = name as EndingSignal;
    const handler = (): void => {
      takeBack();
      void Promise.resolve(cleanUp()).then((isFree) => {
        // Leaving in order waits for such calls: then the signal does what it does to programs that know nothing of it.
        if (isFree) process.exit(exitCode);
        process.kill(process.pid, signal);
      });
    };
    process.on(signal, handler);
    return [signal, handler] as const;
  });
  const takeBack = (): void => handlers.forEach(([signal, handler]) => void process.off(signal, handler));
  return takeBack;
}

/** Waits for a call that may wait for somebody else. */
export async function whileWaiting<T>(call: Promise<T>): Promise<T> {
  waiting++;
  try {
    return await call;
  } finally {
    waiting--;
  }
}

/** True where no call waits for somebody else. */
export function isFree(): boolean {
  return waiting === 0;
}
