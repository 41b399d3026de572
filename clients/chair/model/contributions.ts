import type { Room } from '$kit/protocol';
import { rowsOf } from './list';

/** What a delegation has had of this meeting so far. */
export interface Contribution {
  statements: number;
  spokenMs: number;
}

/**
 * By delegation: what it has said in turns that have ended. A statement that was interrupted, or given the floor again,
 * is one; a silence for an empty chair is none.
 */
export function contributionsOf(room: Room): Map<string, Contribution> {
  const contributions = new Map<string, Contribution>();
  const spoken = new Map<string, number>();
  for (const { inscriptionId, spokenMs } of room.meeting?.turns ?? [])
    spoken.set(inscriptionId, (spoken.get(inscriptionId) ?? 0) + spokenMs);
  for (const { id, delegation } of rowsOf(room)) {
    const spokenMs = spoken.get(id) ?? 0;
    if (spokenMs === 0) continue;
    const before = contributions.get(delegation.id) ?? { statements: 0, spokenMs: 0 };
    contributions.set(delegation.id, {
      statements: before.statements + 1,
      spokenMs: before.spokenMs + spokenMs,
    });
  }
  return contributions;
}
