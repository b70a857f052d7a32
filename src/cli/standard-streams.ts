/**
 * Standard input, output and error output of a thread: streams of its own, on the same descriptors. Those that Node gives a
 * thread go through the main thread, which does not say what became of them: a full disk, a reader that is gone.
 */
import { read, writeSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { isatty, ReadStream, WriteStream } from 'node:tty';
import { promisify } from 'node:util';

const readLater = promisify(read);

/** The properties of a thread's `process` that give them, made when they are first asked for. */
export function ownStreams(): PropertyDescriptorMap {
  return { stdin: lazily(input), stdout: lazily(() => output(1)), stderr: lazily(() => output(2)) };
}

function lazily(open: () => unknown): PropertyDescriptor {
  let stream: unknown;
  return { configurable: true, enumerable: true, get: () => (stream ??= open()) };
}

function input(): NodeJS.ReadableStream {
  return isatty(0) ? new ReadStream(0) : Readable.from(whatIsRead(0), { objectMode: false });
}

function output(fd: 1 | 2): NodeJS.WritableStream {
  return isatty(fd) ? new WriteStream(fd) : writtenAtOnce(fd);
}

/** Milliseconds before a pipe that is not ready is tried again. */
const PAUSE = 10;

/** Whoever has the other end may have made it one that does not wait. */
function isNotReady(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EAGAIN';
}

async function* whatIsRead(fd: number): AsyncGenerator<Uint8Array> {
  for (;;) {
    const part = Buffer.allocUnsafe(65_536);
    const length = await readLater(fd, part, 0, part.length, null).then(
      ({ bytesRead }) => bytesRead,
      async (error: unknown) => {
        if (!isNotReady(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
        return null;
      },
    );
    if (length === 0) return;
    if (length !== null) yield part.subarray(0, length);
  }
}

/** What goes there by standard and by error output stays in its order. A thread may wait: nobody waits for it. */
function writtenAtOnce(fd: number): Writable {
  return new Writable({
    write(part: Uint8Array, _encoding, done) {
      for (let at = 0; at < part.length;) {
        try {
          at += writeSync(fd, part, at);
        } catch (error) {
          if (!isNotReady(error)) {
            done(error as Error);
            return;
          }
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
        }
      }
      done();
    },
  });
}
