/** Work that takes long → one line on the terminal that is written over and over, and taken away at the end. */
import type { Terminal } from './terminal.js';

/** Milliseconds before anything is shown, and between two changes of it. */
const PATIENCE = 700;
const PACE = 100;

/** What tells how far work is. */
export interface Progress {
  /** Says how far a piece of work is: "Reading 12 of 300". */
  at(work: string, done: number, total: number): void;
  /** Takes the line away. */
  end(): void;
}

/** Progress on a terminal; on anything else nothing is shown. */
export function progressOn(terminal: Terminal, enabled: boolean, now: () => number): Progress {
  const started = now();
  let shown = 0;
  return {
    at(work, done, total) {
      const time = now();
      if (!enabled || !terminal.isTerminal || time - started < PATIENCE || time - shown < PACE) return;
      shown = time;
      terminal.write(`\r\x1b[K${work} ${done + 1} of ${total}`);
    },
    end() {
      if (shown > 0) terminal.write('\r\x1b[K');
      shown = 0;
    },
  };
}
