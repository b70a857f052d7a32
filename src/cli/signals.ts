/** A signal that ends the process → the exit code that says so, after cleaning up. */

/** 128 and the signal's number, as shells count. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** Calls `cleanUp` when a signal ends the process. Returns what takes that back. */
export function onSignal(cleanUp: () => void): () => void {
  const handlers = Object.entries(EXIT_CODES).map(([signal, exitCode]) => {
    const handler = (): void => {
      cleanUp();
      process.exit(exitCode);
    };
    process.on(signal, handler);
    return (): void => void process.off(signal, handler);
  });
  return () => handlers.forEach((takeBack) => takeBack());
}
