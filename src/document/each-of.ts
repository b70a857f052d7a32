/** A list → the list of what its members become; the same list where none of them changed. */
export function eachOf<T>(list: readonly T[], change: (member: T) => T): readonly T[] {
  let copy: T[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const member = list[index] as T;
    const next = change(member);
    if (next !== member) (copy ??= [...list])[index] = next;
  }
  return copy ?? list;
}
