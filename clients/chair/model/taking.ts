import { remainingMs } from '$kit/countdown';
import type { CommandBody, Delegation, Room } from '$kit/protocol';
import { delegationOf, pointsRaisedOf, rowsOf, speakingOf } from './list';

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

/**
 * Whether an act cuts a speaker off, so that the chair must be asked first. Undefined where it does not, and where
 * nothing else can be meant: Next names who is called, End says what it does, and a request for a point of order is
 * answered by hearing it.
 */
export function takingOf(room: Room, command: CommandBody, now: number): Taking | undefined {
  const statement = room.floor?.statement;
  const from = speakingOf(room)?.delegation;
  if (!statement || !from || statement.silence || remainingMs(statement, now) <= 0)
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
