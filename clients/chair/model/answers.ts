import type { Delegation, Room } from '$kit/protocol';
import { canSpeak, heardOf, speakingOf, waitingOf, type Row } from './list';

/** Who can answer: the panel and the State under Review, as far as they are here. */
export function answerersOf(room: Room): Delegation[] {
  return podiumOf(room).filter(canSpeak);
}

/** Who a question can be meant for, here or not. */
export function podiumOf(room: Room): Delegation[] {
  return room.plates?.delegations ?? [];
}

/** Who can read the statement of another: the panel as far as it is here, and the moderator. */
export function readersOf(room: Room, { id }: Delegation): Delegation[] {
  const here = (delegation: Delegation) =>
    delegation.standing === 'STANDING_PRESENT' && delegation.id !== id;
  return [
    ...podiumOf(room).filter(
      (each) => here(each) && each.kind !== 'DELEGATION_KIND_STATE_UNDER_REVIEW',
    ),
    ...(room.roll?.delegations ?? []).filter(
      (each) => here(each) && each.kind === 'DELEGATION_KIND_MODERATOR',
    ),
  ];
}

/** Who may be put on the list in addition to the panel: the Missions and the guests on the roll. */
export function missionsOf(room: Room): Delegation[] {
  return (room.roll?.delegations ?? []).filter(
    ({ kind, standing }) =>
      standing === 'STANDING_PRESENT' &&
      (kind === 'DELEGATION_KIND_MISSION' || kind === 'DELEGATION_KIND_ORGANISATION'),
  );
}

/** Whether it is a question, of a Mission or of the moderator. */
export const isQuestion = ({ inscription: { kind } }: Row) =>
  kind === 'INSCRIPTION_KIND_QUESTION' || kind === 'INSCRIPTION_KIND_FOLLOW_UP';

/** The questions that wait for an answer, oldest first: asked since somebody answered last. */
export function openQuestionsOf(room: Room): Row[] {
  const isAnswer = ({ inscription }: Row) => inscription.kind === 'INSCRIPTION_KIND_ANSWER';
  // A round that waits on the list answers what was asked before it.
  if (waitingOf(room).some(isAnswer)) return [];
  const speaking = speakingOf(room);
  const latestFirst = [...(speaking ? [speaking] : []), ...heardOf(room)];
  const answered = latestFirst.findIndex(isAnswer);
  return (answered < 0 ? latestFirst : latestFirst.slice(0, answered)).filter(isQuestion).reverse();
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

const STEP_MS = 30_000;
const SHORTEST_MS = 30_000;
const LONGEST_MS = 1_800_000;

/** A length of time half a minute less (-1) or more (+1), within half a minute and half an hour. */
export function steppedBudget(ms: number, by: -1 | 1): number {
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, ms + by * STEP_MS));
}
