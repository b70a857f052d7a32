/** Settings of the JavaScript engine for a process that lives for a second. */

/**
 * Has V8 optimise a function later than it would: its budget is made for processes that live for long, and in ours the
 * optimising compiler took a third of all CPU time, most of it for code that had then no more work to do.
 * Measured with Node 20: 100 journals to HTML take 0.63 s of CPU and not 1.02 s, 1,000 take 4.4 s and not 5.2 s, one
 * to PDF 0.34 s and not 0.43 s. The flag is of V8 11, which is Node 20; later ones have another compiler between and gain nothing.
 */
export function tuneEngine(v8: string): void {
  if (v8.startsWith('11.')) setFlag('--interrupt-budget=2000000');
}

/**
 * Has V8 clean up when a large heap has grown by half, and not when it has become several times as large: for runs whose inputs
 * are too large to stay. Measured with Node 20: 10,000 journals into a folder of HTML peaked at 555 MB and not at 1,048 MB, and
 * took no longer; a journal of 19 MB in 1,000 outputs to PDF at 397 MB and not at 740 MB, with 8 % more CPU. Where memory is no
 * matter it is not worth it: 1,000 journals take 8 % more CPU to HTML, and 13 % more to PDF.
 */
export function keepHeapSmall(v8: string): void {
  if (v8.startsWith('11.')) setFlag('--heap-growing-percent=50');
}

/** The module is loaded when it is called: it brings much with it that help and version do not need. */
function setFlag(flag: string): void {
  process.getBuiltinModule('node:v8').setFlagsFromString(flag);
}
