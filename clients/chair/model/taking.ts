import { remainingMs } from '$kit/countdown';
import type { CommandBody, Delegation, Room } from '$kit/protocol';
import { delegationOf, pointsRaisedOf, rowsOf, speakingOf } from './list';
import { emptyChairOf } from './next';

/** An act that takes the floor from somebody whose time is not over. */
export interface Taking {
  /** What happens to the one who speaks. */
  kind: 'ends' | 'interrupts';
  statementId: string;
  from: Delegation;
  to: Delegation;
  /** The one who gets the floor has the time that is left, too. */
  withTime: boolean;
  /** For an empty chair. */
  silence: boolean;
}

/** Who has no more than this left is about to end anyway. */
const SHORT_MS = 30_000;

/**
 * Whether an act ends a statement, or interrupts it, with time left, so that the chair is asked first. That is so for
 * all acts but these: Next and Answer, which must stay one tap, name who is called, and which Undo takes back to the
 * millisecond; End, which says what it does; and hearing a point of order that is asked for. To call the next speaker
 * before an empty chair is a choice beside others, and asks as they do.
 */
export function takingOf(room: Room, command: CommandBody, now: number): Taking | undefined {
  const statement = room.floor?.statement;
  const from = speakingOf(room)?.delegation;
  if (!statement || !from || statement.silence || remainingMs(statement, now) <= SHORT_MS)
    return undefined;
  const taking = {
    kind: 'ends',
    statementId: statement.id,
    from,
    withTime: false,
    silence: false,
  } as const;
  const to = (inscriptionId: string | undefined) =>
    rowsOf(room).find(({ id }) => id === inscriptionId)?.delegation;
  switch (command.case) {
    case 'next':
      if (!emptyChairOf(room)) return undefined;
      return toSomebody({ ...taking, to: to(command.value.callingInscriptionId) });
    case 'giveFloor':
      return toSomebody({ ...taking, to: to(command.value.inscriptionId) });
    case 'yield':
      return toSomebody({ ...taking, withTime: true, to: to(command.value.inscriptionId) });
    case 'honourEmptyChair':
      return toSomebody({
        ...taking,
        silence: (command.value.silenceMs ?? 0) > 0,
        to: to(command.value.inscriptionId),
      });
    case 'raisePointOfOrder': {
      const { delegationId } = command.value;
      const asks = pointsRaisedOf(room).some((row) => row.delegation.id === delegationId);
      if (asks) return undefined;
      return toSomebody({ ...taking, kind: 'interrupts', to: delegationOf(room, delegationId) });
    }
    default:
      return undefined;
  }
}

const toSomebody = (taking: Omit<Taking, 'to'> & { to: Delegation | undefined }) =>
  taking.to && { ...taking, to: taking.to };
