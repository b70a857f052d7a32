/** Bytes → standard output. A reader that closes the pipe early (`| head`) has seen enough: that is no error. */
import { writeError } from './system-error.js';
import type { OutputTarget } from './output-file.js';

/** Standard output as a target. It cannot be taken back: what was written before a failure stays written. */
export function openStandardOutput(stream: NodeJS.WritableStream): OutputTarget {
  let size = 0;
  let closed = false;
  return {
    size: () => size,
    write(bytes) {
      if (closed) return Promise.resolve();
      size += bytes.length;
      return new Promise((resolve, reject) => {
        stream.write(bytes, (error?: (Error & { code?: string }) | null) => {
          if (error?.code === 'EPIPE') closed = true;
          else if (error) {
            reject(writeError(error, 'standard output'));
            return;
          }
          resolve();
        });
      });
    },
    commit: () => Promise.resolve(),
    discard: () => undefined,
  };
}
