/**
 * Forms of secrets → which of them end at a place in a text. A secret has dozens of forms, and a journal may have a hundred thousand
 * secrets: kept are numbers of each form, by which it is told from all that a text has; its letters are made again when they are met.
 */
import type { Form } from './base64.js';
import { againOf, type Again } from './again.js';
import { partOf, type Part } from './parts.js';
import { eachSought, hashesOf, hashOf, soughtOf, type Sought } from './rolling-hash.js';
import type { Secret } from './secret-book.js';

/** A form of a secret, of as many code units as {@link WINDOW} or more. */
export interface SoughtForm extends Form {
  /** Set where it is a part of a secret only. */
  readonly part: Part | null;
}

/** A form that was met, of a secret. */
export interface Met extends SoughtForm {
  readonly secret: Secret;
}

/** Forms by their letters. Of several secrets with one form the first has it. */
export interface FormTable {
  /** Takes a secret with its forms, which `formsOf` makes again. */
  readonly add: (secret: Secret, forms: readonly SoughtForm[]) => void;
  /** The form that all of a text is, if it is more than a part of a secret. */
  readonly whole: (text: string) => Met | undefined;
  /** Each place at which forms end, with these forms, the longest first. */
  readonly each: (text: string, visit: (end: number, forms: readonly Met[]) => void) => void;
}

/** Code units at the end of a form, and at its beginning, that a hash is made of. The last ones first: tokens of one kind begin alike. */
const WINDOW = 8;
/** Secrets whose forms are kept. */
const KEPT = 2_000;

/** A table without forms. */
export function formTable(formsOf: (secret: Secret) => readonly SoughtForm[]): FormTable {
  const secrets: Secret[] = [];
  /** By secret, the number of its first form. */
  const firsts: number[] = [];
  const [tails, hashes, lengths, owners, parts] = [growing(), growing(), growing(), growing(), growing()];
  const made = new Map<Secret, readonly SoughtForm[]>();
  let table: Index | undefined;

  /** The form with this number, if it is what stands there. */
  const formIn = (text: string, id: number): Met | undefined => {
    const owner = owners.at(id);
    const secret = secrets[owner];
    if (secret === undefined) return undefined;
    const place = id - (firsts[owner] ?? 0);
    // Most of what is met is the secret as it is, or a part of it.
    const part = parts.at(id) === 1 ? partOf(secret, text) : null;
    if (part === undefined) return undefined;
    if (part !== null || (place === 0 && secret.value === text)) return { text, before: 0, after: 0, part, secret };
    let forms = made.get(secret);
    if (forms === undefined) {
      if (made.size >= KEPT) made.clear();
      made.set(secret, (forms = formsOf(secret)));
    }
    const form = forms[place];
    return form?.text === text ? { ...form, secret } : undefined;
  };

  /** The forms that end there, one of a length: that which was added first. `whole`: those that are all of the text, and no part. */
  const endingAt = ({ text, hashBetween, again }: Searched, end: number, hash: number, whole = false): Met[] => {
    const { ends, wholes } = (table ??= indexOf(tails, hashes, lengths));
    const found: Met[] = [];
    for (let one = firstOf(ends, hash); one !== -1; one = ends.next[one] ?? -1) {
      const start = end - lengths.at(one);
      if (tails.at(one) !== hash || start < 0 || (whole && start > 0)) continue;
      const form = again.at(start, end) ?? formBetween(text, start, end, hashBetween(start, end), wholes, whole);
      if (form === undefined) continue;
      again.met(form, end);
      found.push(form);
    }
    return found;
  };

  const formBetween = (
    text: string,
    start: number,
    end: number,
    hash: number,
    wholes: Chains,
    whole: boolean,
  ): Met | undefined => {
    for (let id = firstOf(wholes, hash); id !== -1; id = wholes.next[id] ?? -1) {
      if (hashes.at(id) !== hash || lengths.at(id) !== end - start || (whole && parts.at(id) === 1)) continue;
      const form = formIn(text.slice(start, end), id);
      if (form !== undefined) return form;
    }
    return undefined;
  };

  return {
    add(secret, forms) {
      table = undefined;
      firsts.push(tails.length());
      secrets.push(secret);
      for (const { text, part } of forms) {
        parts.push(part === null ? 0 : 1);
        tails.push(hashOf(text, text.length - WINDOW, text.length));
        hashes.push(hashOf(text, 0, text.length));
        lengths.push(text.length);
        owners.push(secrets.length - 1);
      }
    },
    whole(text) {
      if (text.length < WINDOW) return undefined;
      return endingAt(searched(text), text.length, hashOf(text, text.length - WINDOW, text.length), true)[0];
    },
    each(text, visit) {
      const { sought } = (table ??= indexOf(tails, hashes, lengths));
      const one = searched(text);
      eachSought(text, WINDOW, sought, (end, hash) => {
        const forms = endingAt(one, end, hash);
        if (forms.length > 1) forms.sort((a, b) => b.text.length - a.text.length);
        if (forms.length > 0) visit(end, forms);
      });
    },
  };
}

/** A text on its way through a search. */
interface Searched {
  readonly text: string;
  readonly hashBetween: (start: number, end: number) => number;
  readonly again: Again<Met>;
}

function searched(text: string): Searched {
  return { text, hashBetween: hashesOf(text), again: againOf(text) };
}

interface Index {
  readonly sought: Sought;
  /** Forms by the hash of their last code units: one for each length. */
  readonly ends: Chains;
  /** All forms by the hash of their letters. */
  readonly wholes: Chains;
}

/** Numbers of forms by hash. */
interface Chains {
  /** By the last bits of a hash, the first form; -1 where there is none. */
  readonly buckets: Int32Array;
  /** By form, the next one. */
  readonly next: Int32Array;
}

function firstOf({ buckets }: Chains, hash: number): number {
  return buckets[hash & (buckets.length - 1)] ?? -1;
}

function chainsOf(count: number): Chains {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, count)));
  return { buckets: new Int32Array(size).fill(-1), next: new Int32Array(count) };
}

function chain(chains: Chains, hash: number, id: number): void {
  chains.next[id] = firstOf(chains, hash);
  chains.buckets[hash & (chains.buckets.length - 1)] = id;
}

function indexOf(tails: Growing, hashes: Growing, lengths: Growing): Index {
  const count = tails.length();
  const index: Index = { sought: soughtOf(Math.max(1, count)), ends: chainsOf(count), wholes: chainsOf(count) };
  const { sought, ends, wholes } = index;
  // From the last one on: those that were added first come first.
  for (let id = count - 1; id >= 0; id--) {
    const tail = tails.at(id);
    chain(wholes, hashes.at(id), id);
    let one = firstOf(ends, tail);
    while (one !== -1 && (tails.at(one) !== tail || lengths.at(one) !== lengths.at(id))) one = ends.next[one] ?? -1;
    if (one !== -1) continue;
    chain(ends, tail, id);
    sought.filter[tail >>> sought.shift] = 1;
  }
  return index;
}

/** A list of numbers of 32 bits. */
interface Growing {
  readonly push: (value: number) => void;
  readonly at: (index: number) => number;
  readonly length: () => number;
}

function growing(): Growing {
  let values = new Int32Array(64);
  let length = 0;
  return {
    push(value) {
      if (length === values.length) {
        const larger = new Int32Array(length * 2);
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    at: (index) => values[index] ?? 0,
    length: () => length,
  };
}
