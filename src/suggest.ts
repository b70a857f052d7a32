/** A word that was not understood → the known word that was probably meant. */
import { closest, distance } from 'fastest-levenshtein';

/** The known word nearest to `word`, if it is near enough to be a slip of the fingers or a beginning. */
export function suggestion(word: string, known: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  const beginning = known.filter((candidate) => wanted.length > 1 && candidate.toLowerCase().startsWith(wanted));
  if (beginning.length === 1) return beginning[0];
  if (known.length === 0) return undefined;
  const nearest = closest(wanted, [...known]);
  // A third of the letters may differ, and in a short word one; letters that changed places count as two.
  if (distance(wanted, nearest.toLowerCase()) <= Math.max(1, Math.floor(wanted.length / 3))) return nearest;
  return known.find((candidate) => letters(candidate.toLowerCase()) === letters(wanted));
}

function letters(word: string): string {
  return [...word].sort().join('');
}
