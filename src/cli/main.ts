#!/usr/bin/env node
/** The command `chaos-report`: arguments in, exit code out. Loads what a run needs when it is known what that is. */
import { run } from './command-line.js';

process.exitCode = await run(process.argv.slice(2), new URL('thread.js', import.meta.url));
