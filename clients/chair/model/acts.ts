import type { Act } from '$kit/link';
import type { Delegation, Inscription, Room } from '$proto/room_pb';
import { followerIn } from './list';
import type { Step } from './next';

/** The statement that a new turn ends; 0 when nobody has the floor. */
function endingId(room: Room): bigint {
  return room.floor?.statement?.id ?? 0n;
}

/** Gives the floor to one out of turn; what is in progress ends. */
export function giveFloor(room: Room, { id }: Inscription): Act {
  return {
    case: 'giveFloor',
    value: { inscriptionId: id, endingStatementId: endingId(room) },
  };
}

export function markPresent({ id }: Delegation): Act {
  return { case: 'markPresent', value: { delegationId: id } };
}

/** @param reason for everybody to read; may be empty */
export function markAbsent({ id }: Delegation, reason = ''): Act {
  return { case: 'markAbsent', value: { delegationId: id, publicReason: reason } };
}

export function decline({ id }: Inscription): Act {
  return { case: 'declineStatement', value: { inscriptionId: id } };
}

/** Moves an inscription to where it stands in `order`. */
export function moveTo(order: string[], moved: string): Act {
  return {
    case: 'moveInscription',
    value: { inscriptionId: moved, beforeInscriptionId: followerIn(order, moved) },
  };
}

/** What the large button asks for. */
export function actOf(step: Step): Act {
  switch (step.kind) {
    case 'open':
      return { case: 'openMeeting', value: { meetingId: step.meetingId } };
    case 'resume':
      return { case: 'resumeMeeting', value: { meetingId: step.meetingId } };
    case 'next':
      return {
        case: 'next',
        value: { endingStatementId: step.endingId, callingInscriptionId: step.callingId },
      };
    case 'end':
      return { case: 'endStatement', value: { statementId: step.endingId } };
    case 'close':
      return { case: 'closeMeeting', value: { meetingId: step.meetingId } };
    case 'announce':
      return { case: 'announceMeeting', value: { meetingId: step.meeting.id } };
  }
}
