/** The activities of two definitions → which are the same ones, which are new, and which are gone. */
import { canonical, type ActivityForm } from './definition-form.js';

/** What two lists of activities have in common, and what not. */
export interface Pairing {
  /** Earlier and later, in the later one's order. */
  readonly pairs: readonly (readonly [ActivityForm, ActivityForm])[];
  readonly removed: readonly ActivityForm[];
  readonly added: readonly ActivityForm[];
  /** Whether those in both stand in another order. */
  readonly moved: boolean;
}

/** By kind and name, the first of a name with the first; then those that differ in nothing but the name. */
export function pairActivities(from: readonly ActivityForm[], to: readonly ActivityForm[]): Pairing {
  const left = new Map<string, number[]>();
  from.forEach((activity, index) => enqueue(left, nameKey(activity), index));
  const partner = to.map((activity) => left.get(nameKey(activity))?.shift() ?? null);

  const nameless = new Map<string, number[]>();
  for (const index of [...left.values()].flat().sort((a, b) => a - b))
    enqueue(nameless, bodyKey(from[index] as ActivityForm), index);
  to.forEach((activity, index) => {
    if (partner[index] === null) partner[index] = nameless.get(bodyKey(activity))?.shift() ?? null;
  });

  const taken = new Set(partner);
  const known = partner.filter((index) => index !== null);
  return {
    pairs: to.flatMap((activity, index) => {
      const before = from[partner[index] ?? -1];
      return before ? [[before, activity] as const] : [];
    }),
    removed: from.filter((_, index) => !taken.has(index)),
    added: to.filter((_, index) => partner[index] === null),
    moved: known.some((index, position) => position > 0 && index < (known[position - 1] ?? 0)),
  };
}

function enqueue(queues: Map<string, number[]>, key: string, index: number): void {
  const known = queues.get(key);
  if (known) known.push(index);
  else queues.set(key, [index]);
}

function nameKey({ kind, name }: ActivityForm): string {
  return `${kind} ${name}`;
}

function bodyKey(activity: ActivityForm): string {
  return canonical({ ...activity, name: '' });
}
