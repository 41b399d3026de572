import type { Delegation, Room } from '$kit/protocol';
import { podiumOf } from '$kit/answers';

export { answerersOf, askedOf, isQuestion, openQuestionsOf, podiumOf } from '$kit/answers';

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

const STEP_MS = 30_000;
const SHORTEST_MS = 30_000;
const LONGEST_MS = 1_800_000;

/** A length of time half a minute less (-1) or more (+1), within half a minute and half an hour. */
export function steppedBudget(ms: number, by: -1 | 1): number {
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, ms + by * STEP_MS));
}
