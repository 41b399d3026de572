import type { Delegation, Inscription, Room } from './protocol';
import { delegationOf } from './room';

/** An entry on the speakers' list with its plate. */
export interface Row {
  /** The inscription's id: what a list is keyed by. */
  id: string;
  inscription: Inscription;
  delegation: Delegation;
  /** Of one that still asks for the floor: when it asked, in Unix milliseconds. */
  askedMs?: number;
  /** The phone that asks for the floor; empty if the podium asked. */
  device?: string;
}

/** Every entry, in the order of the list. */
export function rowsOf(room: Room): Row[] {
  return (room.list?.inscriptions ?? []).flatMap((inscription) => {
    const delegation = delegationOf(room, inscription.delegationId);
    return delegation ? [{ id: inscription.id, inscription, delegation }] : [];
  });
}

/** Who waits, absent ones at their place. */
export function waitingOf(room: Room): Row[] {
  return rowsOf(room).filter(
    ({ inscription }) => inscription.status === 'INSCRIPTION_STATUS_WAITING',
  );
}

const rowOf = (room: Room, id: string | undefined): Row | undefined =>
  rowsOf(room).find((row) => row.id === id);

/** Who has the floor, if anybody. */
export function speakingOf(room: Room): Row | undefined {
  return rowOf(room, room.floor?.statement?.inscriptionId);
}

/** Whom a point of order has interrupted, and who has the floor again afterwards. */
export function interruptedOf(room: Room): Row | undefined {
  return rowOf(room, room.floor?.interrupted?.inscriptionId);
}

/** Who has the floor and who had it, the latest first; each turn once. */
export function heldOf(room: Room): Row[] {
  const rows = rowsOf(room);
  const ids = [...(room.meeting?.turns ?? []), room.floor?.statement].map(
    (turn) => turn?.inscriptionId,
  );
  return ids.reverse().flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** Who has the floor or had it last, points of order aside. */
export function latestTurnOf(room: Room): Row | undefined {
  return heldOf(room).find((row) => !isUrgent(row));
}

/** Whether it is a point of order, which does not wait. */
export function isUrgent({ inscription }: Row): boolean {
  return inscription.kind === 'INSCRIPTION_KIND_POINT_OF_ORDER';
}

/** Whether it can be given the floor: it is here, or another reads its statement. */
export function canSpeak({ standing }: Delegation): boolean {
  return standing === 'STANDING_PRESENT' || standing === 'STANDING_READ_BY';
}
