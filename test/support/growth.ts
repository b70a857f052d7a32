/** Work on an input → whether it grows with the input, by CPU time: a clock says more of the machine and of who else uses it. */

/** Milliseconds of CPU that some work takes in this process, its garbage among it. */
export function cpuTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return since(before);
}

/** As `cpuTime`, of work that is awaited. */
export async function cpuTimeOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return since(before);
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Work by the square takes 64 times as long for eight times the input. */
const TIMES = 8;
const BAR = 3 * TIMES;
/** In milliseconds, what a compiler or a collection of garbage may take beside the work. */
const ROOM = 50;
/** How often the large input is measured, where it took longer. */
const ATTEMPTS = 3;

/**
 * Throws where eight times the input takes far more than eight times the work.
 *
 * @param work On an input of so many characters or items.
 * @param size Of the large input; by the square, it has to take seconds.
 */
export function expectGrowthWithInput(work: (size: number) => unknown, size: number): void {
  const small = Math.min(...[1, 2, 3].map(() => cpuTime(() => work(Math.round(size / TIMES)))));
  const most = BAR * small + ROOM;
  let large = Infinity;
  // A compiler or a collection of garbage passes, work by the square stays.
  for (let attempt = 0; attempt < ATTEMPTS && large > most; attempt++)
    large = Math.min(
      large,
      cpuTime(() => work(size)),
    );
  if (large > most)
    throw new Error(`${small} ms of CPU for ${size / TIMES}, and ${large} ms for ${TIMES} times as much`);
}
