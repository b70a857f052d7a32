/** The command in a thread of the process: the same, but for its streams, and for signals, which do not come here. */
import { parentPort } from 'node:worker_threads';
import { run } from './command-line.js';
import { tellMainThread } from './leftovers.js';
import { ownStreams } from './standard-streams.js';

tellMainThread((message) => parentPort?.postMessage(message));
Object.defineProperties(process, ownStreams());
process.exitCode = await run(process.argv.slice(2), null);
