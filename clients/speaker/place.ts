import { remainingMs } from '$kit/countdown';
import {
  InscriptionStatus,
  Standing,
  type Delegation,
  type Inscription,
  type Statement,
} from '$proto/room_pb';

/** Where a delegation stands on the speakers' list, from its own point of view. */
export type Place =
  | { kind: 'speaking' }
  /** `before`: who is called first, in order. `waitMs`: until then, if all take their full time. */
  | { kind: 'waiting'; before: Inscription[]; waitMs: number; ownMs: number }
  | { kind: 'spoken'; spokenMs: number }
  | { kind: 'declined' }
  | { kind: 'absent' };

export interface ListAsSeen {
  inscriptions: readonly Inscription[];
  delegations: readonly Delegation[];
  statement: Statement | undefined;
  /** The server's clock. */
  now: number;
}

/** Undefined for a delegation that is not on the list. */
export function placeOf(delegationId: string, seen: ListAsSeen): Place | undefined {
  const own = seen.inscriptions.find((inscription) => inscription.delegationId === delegationId);
  if (!own) return undefined;
  if (seen.statement?.delegationId === delegationId) return { kind: 'speaking' };
  if (own.status === InscriptionStatus.SPOKEN) {
    return { kind: 'spoken', spokenMs: Number(own.spokenMs) };
  }
  if (own.status === InscriptionStatus.DECLINED) return { kind: 'declined' };
  if (!isPresent(own, seen)) return { kind: 'absent' };
  const before = seen.inscriptions
    .slice(0, seen.inscriptions.indexOf(own))
    .filter((other) => other.status === InscriptionStatus.WAITING && isPresent(other, seen));
  const current = seen.statement ? Math.max(0, remainingMs(seen.statement, seen.now)) : 0;
  const waitMs = before.reduce((sum, other) => sum + leftOf(other), current);
  return { kind: 'waiting', before, waitMs, ownMs: leftOf(own) };
}

function isPresent({ delegationId }: Inscription, { delegations }: ListAsSeen): boolean {
  const delegation = delegations.find(({ id }) => id === delegationId);
  return delegation?.standing === Standing.PRESENT;
}

function leftOf({ allottedMs, addedMs, spokenMs }: Inscription): number {
  return Math.max(0, Number(allottedMs + addedMs - spokenMs));
}
