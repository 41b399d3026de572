import type { AnswerRound, Delegation, Inscription, InscriptionStatus, Room } from '$kit/protocol';
import { delegationOf } from '$kit/room';

export { delegationOf };
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

const notHeard: readonly InscriptionStatus[] = [
  'INSCRIPTION_STATUS_UNSPECIFIED',
  'INSCRIPTION_STATUS_WAITING',
  'INSCRIPTION_STATUS_SPEAKING',
  'INSCRIPTION_STATUS_INTERRUPTED',
];

/** Whose turn is over: spoken, declined, or an empty chair. The latest first. */
export function heardOf(room: Room): Row[] {
  const lastTurn = new Map(room.meeting?.turns.map((turn, at) => [turn.inscriptionId, at]));
  const order = ({ id }: Row) => lastTurn.get(id) ?? -1;
  return rowsOf(room)
    .filter(({ inscription: { status } }) => !notHeard.includes(status))
    .sort((a, b) => order(b) - order(a));
}

/** Who has the floor or had it last, points of order aside. */
export function latestTurnOf(room: Room): Row | undefined {
  const ended = (room.meeting?.turns ?? []).map(({ inscriptionId }) => rowOf(room, inscriptionId));
  return [...ended, speakingOf(room)].reverse().find((row) => row && !isUrgent(row));
}

const noInscription = {
  status: 'INSCRIPTION_STATUS_WAITING',
  allottedMs: 0,
  addedMs: 0,
  spokenMs: 0,
  shortestMs: 0,
  longestMs: 0,
  roundId: '0',
  ruling: 'RULING_UNSPECIFIED',
  rulingText: '',
} as const;

/** Who asks for the floor, in the order of asking. */
export const requestsOf = (room: Room): Row[] => askingOf(room).filter((row) => !isUrgent(row));

/** Who raises a point of order that is not heard yet, in the order of asking. */
export const pointsRaisedOf = (room: Room): Row[] => askingOf(room).filter(isUrgent);

/** A request becomes the inscription of the same id, and is shown as one. */
function askingOf(room: Room): Row[] {
  return (room.questions?.requests ?? []).flatMap((request) => {
    const delegation = delegationOf(room, request.delegationId);
    if (!delegation) return [];
    const { id, delegationId, kind, addressedTo, askedAtUnixMs, device } = request;
    const inscription = { ...noInscription, id, delegationId, kind, addressedTo };
    return [{ id, inscription, delegation, askedMs: askedAtUnixMs, device }];
  });
}

/** Whether it is a point of order, which does not wait. */
export function isUrgent({ inscription }: Row): boolean {
  return inscription.kind === 'INSCRIPTION_KIND_POINT_OF_ORDER';
}
/** Whether it can be given the floor: it is here, or another reads its statement. */
export function canSpeak({ standing }: Delegation): boolean {
  return standing === 'STANDING_PRESENT' || standing === 'STANDING_READ_BY';
}

/** Whether the hour counts on it: it can speak, or may still come. */
export function takesTime({ standing }: Delegation): boolean {
  return standing !== 'STANDING_ABSENT';
}

/** The round of an answer; undefined for everything else. */
export function roundOf(room: Room, { roundId }: Inscription): AnswerRound | undefined {
  return room.list?.rounds.find(({ id }) => id === roundId);
}

/** What an inscription may still use, in milliseconds: one that is called again continues. */
export function leftOf({ allottedMs, addedMs, spokenMs }: Inscription): number {
  return Math.max(0, allottedMs + addedMs - spokenMs);
}
