import type { Delegation, Room } from '$kit/protocol';
import { isUrgent, rowsOf } from './list';

/** What a delegation has had of this meeting so far. */
export interface Contribution {
  statements: number;
  spokenMs: number;
}

/**
 * By delegation: what it has said in turns that have ended. A statement that was interrupted, or given the floor again,
 * is one; a point of order, which is about the procedure, and a silence for an empty chair are none.
 */
export function contributionsOf(room: Room): Map<string, Contribution> {
  const contributions = new Map<string, Contribution>();
  const spoken = new Map<string, number>();
  for (const { inscriptionId, spokenMs } of room.meeting?.turns ?? [])
    spoken.set(inscriptionId, (spoken.get(inscriptionId) ?? 0) + spokenMs);
  for (const row of rowsOf(room)) {
    const { id, delegation } = row;
    const spokenMs = spoken.get(id) ?? 0;
    if (spokenMs === 0 || isUrgent(row)) continue;
    const before = contributions.get(delegation.id) ?? { statements: 0, spokenMs: 0 };
    contributions.set(delegation.id, {
      statements: before.statements + 1,
      spokenMs: before.spokenMs + spokenMs,
    });
  }
  return contributions;
}

/**
 * What everybody on the list has said so far, also those who have not spoken: by time, then by name. Empty while
 * nobody has.
 */
export function overviewOf(
  room: Room,
  titleOf: (delegation: Delegation) => string,
  language: string,
): (Contribution & { delegation: Delegation; title: string })[] {
  const contributions = contributionsOf(room);
  if (contributions.size === 0) return [];
  const { compare } = new Intl.Collator(language);
  const delegations = new Map(rowsOf(room).map(({ delegation }) => [delegation.id, delegation]));
  return [...delegations.values()]
    .map((delegation) => ({
      ...(contributions.get(delegation.id) ?? { statements: 0, spokenMs: 0 }),
      delegation,
      title: titleOf(delegation),
    }))
    .sort((a, b) => b.spokenMs - a.spokenMs || compare(a.title, b.title));
}
