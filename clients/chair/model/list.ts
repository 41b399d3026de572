import {
  InscriptionStatus,
  Standing,
  type Delegation,
  type Inscription,
  type Room,
} from '$proto/room_pb';

/** An entry on the speakers' list with its plate. */
export interface Row {
  /** The inscription's id: what a list is keyed by. */
  id: string;
  inscription: Inscription;
  delegation: Delegation;
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
  return rowsOf(room).filter(({ inscription }) => inscription.status === InscriptionStatus.WAITING);
}

/** Who has the floor, if anybody. */
export function speakingOf(room: Room): Row | undefined {
  const id = room.floor?.statement?.inscriptionId;
  return id === undefined ? undefined : rowsOf(room).find((row) => row.id === id);
}

/** Who has spoken or declined, the latest first. */
export function heardOf(room: Room): Row[] {
  const lastTurn = new Map(room.meeting?.turns.map((turn, at) => [turn.inscriptionId, at]));
  const order = ({ id }: Row) => lastTurn.get(id) ?? -1;
  return rowsOf(room)
    .filter(
      ({ inscription: { status } }) =>
        status === InscriptionStatus.SPOKEN || status === InscriptionStatus.DECLINED,
    )
    .sort((a, b) => order(b) - order(a));
}

export function delegationOf(room: Room, id: string): Delegation | undefined {
  return room.plates?.delegations.find((delegation) => delegation.id === id);
}

export function isPresent(room: Room, { delegationId }: Inscription): boolean {
  return delegationOf(room, delegationId)?.standing === Standing.PRESENT;
}

/**
 * What MoveInscription must name for `moved` to stand where `order` has it: whom it is put in front
 * of, empty at the end.
 */
export function followerIn(order: string[], moved: string): string {
  return order[order.indexOf(moved) + 1] ?? '';
}

/** The order with one entry a place up (-1) or down (+1); undefined where there is no such place. */
export function shifted(order: string[], id: string, by: -1 | 1): string[] | undefined {
  const from = order.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return undefined;
  return order.filter((other) => other !== id).toSpliced(to, 0, id);
}
