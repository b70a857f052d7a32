/** A question about a name → the same question, which thinks once about each name. Journals repeat few names very often. */

/** At this many names all are forgotten: a journal may have any number, and the table outlives it. */
const MOST = 4096;
/** Longer names are not worth keeping; nor are they the names of anything. */
const LONGEST = 100;

/** Names longer than 100 code units are answered with false. */
export function remembered(question: (name: string) => boolean): (name: string) => boolean {
  const answers = new Map<string, boolean>();
  return (name) => {
    if (name.length > LONGEST) return false;
    let answer = answers.get(name);
    if (answer === undefined) {
      answer = question(name);
      if (answers.size >= MOST) answers.clear();
      answers.set(name, answer);
    }
    return answer;
  };
}
