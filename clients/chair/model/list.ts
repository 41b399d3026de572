import { isUrgent, rowsOf, type Row } from '$kit/list';
import type { AnswerRound, Delegation, Inscription, InscriptionStatus, Room } from '$kit/protocol';
import { delegationOf } from '$kit/room';

export {
  canSpeak,
  interruptedOf,
  isUrgent,
  latestTurnOf,
  rowsOf,
  speakingOf,
  waitingOf,
  type Row,
} from '$kit/list';
export { delegationOf };

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
