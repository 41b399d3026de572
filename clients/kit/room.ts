import type { Changed, Delegation, Room, Welcome } from './protocol';

/** A room as this client holds it. */
export interface HeldRoom {
  logId: string;
  revision: number;
  room: Room;
}

/**
 * What is held after a Welcome; undefined when the server believes this client to hold what it does
 * not: connect again, without Hello.seen.
 */
export function welcomed(held: HeldRoom | undefined, welcome: Welcome): HeldRoom | undefined {
  const { logId, revision, room } = welcome;
  if (room) return { logId, revision, room };
  return held?.logId === logId && held.revision === revision ? held : undefined;
}

/** What is held after a Changed; undefined when something in between is missing: connect again. */
export function changed(held: HeldRoom, change: Changed): HeldRoom | undefined {
  const followsOn = change.previousRevision === held.revision;
  // Previous revision 0 tells a whole room, for one who has fallen behind.
  if (!followsOn && change.previousRevision !== 0) return undefined;
  // A section that is not set is not a property of the message at all.
  const room = { ...held.room, ...change.sections };
  return { logId: held.logId, revision: change.revision, room };
}

/** A plate of the panel, or somebody on the roll: a Mission, or the moderator. */
export function delegationOf(
  room: Room | undefined,
  id: string | undefined,
): Delegation | undefined {
  const named = (delegation: Delegation) => delegation.id === id;
  return room?.plates?.delegations.find(named) ?? room?.roll?.delegations.find(named);
}
