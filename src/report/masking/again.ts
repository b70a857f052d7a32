/** A form that was met in a text → whether it stands there again a little further on, over itself, as in a text that repeats itself. */
import type { Form } from './base64.js';

/** What is known of the forms of a text that were met last. */
export interface Again<Met> {
  /** The form that was met last of those that are so long, if it stands there too and over it; undefined also where that is not known. */
  readonly at: (start: number, end: number) => Met | undefined;
  readonly met: (form: Met, end: number) => void;
}

/** Shorter forms are compared at once. */
const LEAST = 256;

interface Last<Met> {
  readonly form: Met;
  end: number;
  /** By distance, whether the form can stand over itself so far on. */
  readonly shifts: Map<number, boolean>;
}

/** Of a text that is gone through from its beginning. */
export function againOf<Met extends Form>(text: string): Again<Met> {
  const byLength = new Map<number, Last<Met>>();
  return {
    at(start, end) {
      if (end - start < LEAST) return undefined;
      const last = byLength.get(end - start);
      if (last === undefined || last.end <= start) return undefined;
      const shift = end - last.end;
      const { text: form } = last.form;
      let repeats = last.shifts.get(shift);
      if (repeats === undefined) last.shifts.set(shift, (repeats = form.startsWith(form.slice(shift))));
      return repeats && text.slice(last.end, end) === form.slice(-shift) ? last.form : undefined;
    },
    met(form, end) {
      const { length } = form.text;
      if (length < LEAST) return;
      const last = byLength.get(length);
      if (last?.form === form) last.end = end;
      else byLength.set(length, { form, end, shifts: new Map() });
    },
  };
}
