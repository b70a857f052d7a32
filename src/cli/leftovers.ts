/**
 * What stands half done on the disk while outputs are written → cleared away when the run is ended from outside: by a signal, or,
 * where it is done in a thread, by the thread's end.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { isFree, onSignal } from './signals.js';

/** Something that is to be gone in the end. */
export interface Leftover {
  /** A file or a folder that is written. */
  readonly temporary: string;
  /** Where an old folder waits while the new one is put in its place, and that place. */
  readonly swap?: { readonly aside: string; readonly place: string };
}

/** What a thread says of them. */
export type LeftoverMessage =
  | { readonly kind: 'begun'; readonly id: number; readonly leftover: Leftover }
  | { readonly kind: 'ended'; readonly id: number };

/** Leftovers by number. */
export type Leftovers = Map<number, Leftover>;

const present: Leftovers = new Map();
let last = 0;
let noSignals: (() => void) | undefined;

/** Says what will stand there from now on: called before it is made. Returns what says that it is gone. */
export function begun(leftover: Leftover): () => void {
  const id = ++last;
  tell({ kind: 'begun', id, leftover });
  return () => tell({ kind: 'ended', id });
}

let tell = heedSignals;

/** In a thread, the main thread is told: signals come to that one alone. */
export function tellMainThread(post: (message: LeftoverMessage) => void): void {
  tell = post;
}

function heedSignals(message: LeftoverMessage): void {
  note(present, message);
  if (present.size > 0) {
    noSignals ??= onSignal(() => {
      clearAway(present);
      return isFree();
    });
  } else {
    noSignals?.();
    noSignals = undefined;
  }
}

/** Keeps a list true to what was said. */
export function note(leftovers: Leftovers, message: LeftoverMessage): void {
  if (message.kind === 'begun') leftovers.set(message.id, message.leftover);
  else leftovers.delete(message.id);
}

/** Clears everything away. A folder that was put aside goes back to its place where the new one did not come. */
export function clearAway(leftovers: Leftovers): void {
  for (const { temporary, swap } of leftovers.values()) {
    if (swap && existsSync(swap.aside) && !existsSync(swap.place)) renameSync(swap.aside, swap.place);
    // A page may be on its way into a folder that goes.
    for (const path of [temporary, ...(swap ? [swap.aside] : [])]) {
      rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
    }
  }
  leftovers.clear();
}
