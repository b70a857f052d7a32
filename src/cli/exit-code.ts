/** What the process ends with, where no signal ends it. */

/** 0: done. 1: something could not be read or written. 2: wrong usage. 3: the gate was tripped, or what was verified differs. */
export type ExitCode = 0 | 1 | 2 | 3;
