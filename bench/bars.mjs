/**
 * What must hold, as ratios within one run: a table that the guard checks and that docs/performance.md speaks of.
 * A bar that a stretch figure was reached for is set to that figure.
 */

/** CPU of one process, as a multiple of `node -e 0`. Help and version have their stretch figure, 1.2; PDF is set near its own, 4. */
export const START_UP = [
  { name: '--version', args: ['--version'], bar: 1.2 },
  { name: '--help', args: ['--help'], bar: 1.2 },
  { name: 'one journal to HTML', format: 'html', bar: 3.5 },
  { name: 'one journal to PDF', format: 'pdf', bar: 5 },
];

/**
 * CPU of 1,000 pages of tagged PDF beyond that of one journal, as a multiple of the CPU of `node -e 0`, which takes 0.04 s
 * where the bar of 3 s was set.
 */
export const THOUSAND_PAGES = 75;

/** Peak of memory in MB. */
export const MEMORY = [
  { name: '100 journals to PDF', journals: 100, format: 'pdf', bar: 200 },
  { name: '1,000 journals to PDF', journals: 1000, format: 'pdf', bar: 700 },
  { name: '10,000 journals to a folder of HTML', journals: 10_000, format: 'folder', bar: 400 },
  { name: 'a journal of 200 MB to HTML', bytes: 200e6, format: 'html', bar: 1000 },
];

/** Cost of one more journal at 1,000 against that at 100, and of one more activity at 10,000 against that at 1,000. */
export const GROWTH = 1.3;

/** Bytes of the PDF of 100 journals, without attachments. */
export const PDF_SIZE = 1.2e6;
