/** Names that may be equal, or of any length → names that are not: servers take two results of one name for one. */

/** Characters. Servers keep names in columns and paths, where 255 is a common limit. */
const LIMIT = 240;

/** Gives each name back, shortened where it is very long; `name (2)`, `name (3)` where it was given before. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (name) => {
    const short = name.length <= LIMIT ? name : `${name.slice(0, LIMIT - 1).replace(/[\ud800-\udbff]$/, '')}…`;
    let unique = short;
    while (taken.has(unique)) {
      const number = (counts.get(short) ?? 1) + 1;
      counts.set(short, number);
      unique = `${short} (${String(number)})`;
    }
    taken.add(unique);
    return unique;
  };
}
