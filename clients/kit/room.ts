import type { Changed, Delegation, Inscription, Room, Ruling, Welcome } from './protocol';

export interface HeldRoom {
  logId: string;
  revision: number;
  /** Identifies the acts up to the revision. */
  actsHash: string;
  room: Room;
}

/** The room after a Welcome; undefined if it assumes another room than the held one: reconnect without Hello.seen. */
export function welcomed(held: HeldRoom | undefined, welcome: Welcome): HeldRoom | undefined {
  const { logId, revision, actsHash, room } = welcome;
  if (room) return { logId, revision, actsHash, room };
  const same = held?.logId === logId && held.revision === revision && held.actsHash === actsHash;
  return same ? held : undefined;
}

/** The room after a Changed; undefined if a change in between is missing: reconnect. */
export function changed(held: HeldRoom, change: Changed): HeldRoom | undefined {
  const followsOn = change.previousRevision === held.revision;
  // Previous revision 0 marks a whole room, for a client that fell behind.
  if (!followsOn && change.previousRevision !== 0) return undefined;
  // A section that is not set is not a property of the message.
  const room = { ...held.room, ...change.sections };
  const { revision, actsHash } = change;
  return { logId: held.logId, revision, actsHash, room };
}

/** A plate of the panel, a Mission on the roll or the moderator. */
export function delegationOf(
  room: Room | undefined,
  id: string | undefined,
): Delegation | undefined {
  const named = (delegation: Delegation) => delegation.id === id;
  return room?.plates?.delegations.find(named) ?? room?.roll?.delegations.find(named);
}

/** Whether Missions can ask for the floor now: the list may have closed by itself. */
export function questionsOpen({ questions }: Pick<Room, 'questions'>, now: number): boolean {
  if (!questions?.open) return false;
  return questions.closesAtUnixMs === 0 || now < questions.closesAtUnixMs;
}

/** For so long a ruling is news. */
const RULED_MS = 20_000;

export interface Ruled {
  ruling: Exclude<Ruling, 'RULING_UNSPECIFIED'>;
  /** The point of order. */
  inscription: Inscription;
  /** Who raised it. */
  delegation: Delegation;
}

/** The ruling that was just given on a point of order, until another turn has ended. */
export function newRuling(room: Room | undefined, now: number): Ruled | undefined {
  const last = room?.meeting?.course === 'COURSE_OPEN' ? room.meeting.turns.at(-1) : undefined;
  if (!last || now - last.toUnixMs >= RULED_MS) return undefined;
  const inscription = room?.list?.inscriptions.find(({ id }) => id === last.inscriptionId);
  const delegation = delegationOf(room, inscription?.delegationId);
  // A meeting that closed ends a point of order without a ruling.
  if (!inscription || !delegation || inscription.ruling === 'RULING_UNSPECIFIED') return undefined;
  return { ruling: inscription.ruling, inscription, delegation };
}
