import type { CommandBody, Room } from '$kit/protocol';
import { requestsOf, rowsOf } from './list';

/** Questions of this meeting so far, those that still ask counted in. */
export function questionsAsked(room: Room): number {
  return [...rowsOf(room), ...requestsOf(room)].filter(
    ({ inscription }) => inscription.kind === 'INSCRIPTION_KIND_QUESTION',
  ).length;
}

export { questionsOpen } from '$kit/room';

/** How many questions at most: 0 is no limit. */
export const mosts = [0, 5, 10, 15] as const;

/** For how many minutes the list stays open: 0 is until it is closed. */
export const minutes = [0, 5, 10, 15] as const;

export function openQuestions(
  most: number,
  forMinutes: number,
  acceptAtOnce: boolean,
): CommandBody {
  return {
    case: 'openQuestions',
    value: { most, openForMs: forMinutes * 60_000, acceptAtOnce },
  };
}
