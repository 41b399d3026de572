import { remainingMs } from '$kit/countdown';
import type { Room } from '$kit/protocol';
import { canSpeak, speakingOf, waitingOf, type Row } from './list';

/** Why the speaker has no time to pass on, as the server gives the reason; undefined if there is some. */
export function whyNotPassedOn(
  room: Room,
  now: number,
): 'answer_has_no_time' | 'no_time_left' | undefined {
  const statement = room.floor?.statement;
  const kind = speakingOf(room)?.inscription.kind;
  if (kind === 'INSCRIPTION_KIND_ANSWER') return 'answer_has_no_time';
  return statement && remainingMs(statement, now) > 0 ? undefined : 'no_time_left';
}

/** Who can take it: those who wait and are here; an answer has the time of its round. */
export const takersOf = (room: Room): Row[] =>
  waitingOf(room).filter(
    ({ inscription, delegation }) =>
      canSpeak(delegation) && inscription.kind !== 'INSCRIPTION_KIND_ANSWER',
  );
