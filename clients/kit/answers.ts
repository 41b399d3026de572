import { canSpeak, heldOf, waitingOf, type Row } from './list';
import type { Delegation, Inscription, Room } from './protocol';

/** Who can answer: the panel and the State under Review, as far as they are here. */
export function answerersOf(room: Room): Delegation[] {
  return podiumOf(room).filter(canSpeak);
}

/** Who a question can be meant for, here or not. */
export function podiumOf(room: Room): Delegation[] {
  return room.plates?.delegations ?? [];
}

/** Whether it is a question, of a Mission or of the moderator. */
export const isQuestion = ({ inscription: { kind } }: Row) =>
  kind === 'INSCRIPTION_KIND_QUESTION' || kind === 'INSCRIPTION_KIND_FOLLOW_UP';

const isAnswer = ({ inscription }: Row) => inscription.kind === 'INSCRIPTION_KIND_ANSWER';

/**
 * The questions among these turns, the latest of which is first, until one that `ends` them: oldest first. Who
 * had the floor has asked, unless it was a silence for an empty chair.
 */
function askedIn(room: Room, held: Row[], ends: (row: Row) => boolean): Row[] {
  const end = held.findIndex(ends);
  const since = end < 0 ? held : held.slice(0, end);
  const { statement } = room.floor ?? {};
  const silent = ({ id, inscription }: Row) =>
    inscription.status === 'INSCRIPTION_STATUS_EMPTY_CHAIR' ||
    (statement?.silence && statement.inscriptionId === id);
  return [...new Set(since.filter((row) => isQuestion(row) && !silent(row)).reverse())];
}

/** The questions that wait for an answer, oldest first: asked since somebody answered last. */
export function openQuestionsOf(room: Room): Row[] {
  // A round that waits on the list answers what was asked before it.
  return waitingOf(room).some(isAnswer) ? [] : askedIn(room, heldOf(room), isAnswer);
}

/**
 * The questions that an answer answers, oldest first, by the order of the floor, which need not be that of the list:
 * asked before it, and since another round answered.
 */
export function answeredBy(room: Room, { id, roundId }: Inscription): Row[] {
  const held = heldOf(room);
  const before = held.slice(held.findIndex((row) => row.id === id) + 1);
  return askedIn(room, before, (row) => isAnswer(row) && row.inscription.roundId !== roundId);
}

/** The `place`th of `of` answers, which share their time, to the questions of `askers`. */
export interface Answer {
  place: number;
  of: number;
  askers: Delegation[];
}

export function answerOf(room: Room, answer: Inscription): Answer {
  const round = (room.list?.inscriptions ?? []).filter(
    ({ kind, roundId }) => kind === 'INSCRIPTION_KIND_ANSWER' && roundId === answer.roundId,
  );
  const place = round.findIndex(({ id }) => id === answer.id) + 1;
  return { place, of: round.length, askers: askersOf(room, answer) };
}

/** Whose questions an answer is for. Where none is for its delegation, it answers in the place of another. */
function askersOf(room: Room, answer: Inscription): Delegation[] {
  const asked = answeredBy(room, answer);
  const own = asked.filter(
    ({ inscription: { addressedTo } }) =>
      addressedTo.length === 0 || addressedTo.includes(answer.delegationId),
  );
  return (own.length > 0 ? own : asked).map(({ delegation }) => delegation);
}

/** More askers would not be legible. */
const MOST_ASKERS = 3;

/** Whom it names as askers: nobody if they are too many. */
export const namedAskers = ({ askers }: Answer): Delegation[] =>
  askers.length > MOST_ASKERS ? [] : askers;

/**
 * Who is asked: those whom the open questions name, or the whole panel if one names nobody. In the
 * order of the plates, and only those who are here. Nobody without an open question.
 */
export function askedOf(room: Room): string[] {
  const open = openQuestionsOf(room);
  const everybody = open.some(({ inscription }) => inscription.addressedTo.length === 0);
  const named = new Set(open.flatMap(({ inscription }) => inscription.addressedTo));
  return answerersOf(room)
    .filter(
      ({ id, kind }) =>
        named.has(id) || (everybody && kind !== 'DELEGATION_KIND_STATE_UNDER_REVIEW'),
    )
    .map(({ id }) => id);
}
