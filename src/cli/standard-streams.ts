/**
 * Standard input, output and error output of a thread: streams of its own, on the same descriptors. Those that Node gives a
 * thread go through the main thread, which does not say what became of them: a full disk, a reader that is gone.
 */
import { createReadStream, fstatSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { Writable } from 'node:stream';
import { isatty, ReadStream, WriteStream } from 'node:tty';

/** The properties of a thread's `process` that give them, made when they are first asked for. */
export function ownStreams(): PropertyDescriptorMap {
  return { stdin: lazily(input), stdout: lazily(() => output(1)), stderr: lazily(() => output(2)) };
}

function lazily(open: () => unknown): PropertyDescriptor {
  let stream: unknown;
  return { configurable: true, enumerable: true, get: () => (stream ??= open()) };
}

function input(): NodeJS.ReadableStream {
  if (isatty(0)) return new ReadStream(0);
  return isPipe(0) ? new Socket({ fd: 0, writable: false }) : createReadStream('', { fd: 0, autoClose: false });
}

function output(fd: 1 | 2): NodeJS.WritableStream {
  return isatty(fd) ? new WriteStream(fd) : isPipe(fd) ? new Socket({ fd, readable: false }) : fileOutput(fd);
}

/** A file or a device, written at once: what goes there by standard and by error output stays in its order. */
function fileOutput(fd: number): Writable {
  return new Writable({
    write(part: Uint8Array, _encoding, done) {
      try {
        for (let at = 0; at < part.length;) at += writeSync(fd, part, at);
      } catch (error) {
        done(error as Error);
        return;
      }
      done();
    },
  });
}

function isPipe(fd: number): boolean {
  const found = fstatSync(fd);
  return found.isFIFO() || found.isSocket();
}
