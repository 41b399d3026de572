import { canSpeak, heldOf, waitingOf, type Row } from './list';
import type { Delegation, Room } from './protocol';

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

/** The questions that wait for an answer, oldest first: asked since somebody answered last. */
export function openQuestionsOf(room: Room): Row[] {
  const isAnswer = ({ inscription }: Row) => inscription.kind === 'INSCRIPTION_KIND_ANSWER';
  // A round that waits on the list answers what was asked before it.
  if (waitingOf(room).some(isAnswer)) return [];
  const held = heldOf(room);
  const answered = held.findIndex(isAnswer);
  const since = answered < 0 ? held : held.slice(0, answered);
  return [...new Set(since.filter(isQuestion).reverse())];
}

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
