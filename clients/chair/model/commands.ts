import type {
  CommandBody,
  Delegation,
  DisplayMode,
  Inscription,
  InscriptionKind,
  Room,
  Ruling,
  SignalKind,
} from '$kit/protocol';
import { followerIn, type Row } from './list';
import type { OneTap } from './next';

/** The statement that a new turn ends; '0' when nobody has the floor. */
function endingId(room: Room): string {
  return room.floor?.statement?.id ?? '0';
}

/** Gives the floor to one out of turn; what is in progress ends. */
export function giveFloor(room: Room, { id }: Inscription): CommandBody {
  return {
    case: 'giveFloor',
    value: { inscriptionId: id, endingStatementId: endingId(room) },
  };
}

export function markPresent({ id }: Delegation): CommandBody {
  return { case: 'markPresent', value: { delegationId: id } };
}

export function markExpected({ id }: Delegation): CommandBody {
  return { case: 'markExpected', value: { delegationId: id } };
}

/** @param reason for everybody to read; may be empty */
export function markAbsent({ id }: Delegation, reason = ''): CommandBody {
  return { case: 'markAbsent', value: { delegationId: id, publicReason: reason } };
}

export function haveRead({ id }: Delegation, reader: Delegation): CommandBody {
  return {
    case: 'haveStatementRead',
    value: { delegationId: id, readerDelegationId: reader.id },
  };
}

export function decline({ id }: Inscription): CommandBody {
  return { case: 'declineStatement', value: { inscriptionId: id } };
}

/** The turn of an empty chair; without a silence the meeting goes on. */
export function honour(room: Room, { id }: Inscription, silenceMs: number): CommandBody {
  return {
    case: 'honourEmptyChair',
    value: {
      inscriptionId: id,
      endingStatementId: endingId(room),
      silenceMs,
    },
  };
}

/** Moves an inscription to where it stands in `order`. */
export function moveTo(order: string[], moved: string): CommandBody {
  return {
    case: 'moveInscription',
    value: { inscriptionId: moved, beforeInscriptionId: followerIn(order, moved) },
  };
}

/** @param beforeId whom it is put in front of; empty: after those of its kind */
export function accept({ id }: Row, beforeId = ''): CommandBody {
  return { case: 'acceptRequest', value: { requestId: id, beforeInscriptionId: beforeId } };
}

/** What a tap on a request grants: a place on the list, or, to a point of order, the floor. */
export function grant(room: Room, row: Row): CommandBody {
  const urgent = row.inscription.kind === 'INSCRIPTION_KIND_POINT_OF_ORDER';
  return urgent ? pointOfOrder(room, row.delegation) : accept(row);
}

export function refuse({ id }: Row): CommandBody {
  return { case: 'declineRequest', value: { requestId: id } };
}

export function withdraw({ id }: Inscription): CommandBody {
  return { case: 'withdraw', value: { inscriptionId: id } };
}

/** @param addressedTo of a question: whom it is meant for; empty: the panel */
export function inscribe(
  kind: InscriptionKind,
  delegationId = '',
  addressedTo: string[] = [],
): CommandBody {
  return { case: 'inscribe', value: { delegationId, kind, addressedTo } };
}

export function beginAnswers(delegationIds: string[], budgetMs: number): CommandBody {
  return { case: 'beginAnswers', value: { delegationIds, budgetMs } };
}

export function pointOfOrder(room: Room, { id }: Delegation): CommandBody {
  return {
    case: 'raisePointOfOrder',
    value: { delegationId: id, interruptingStatementId: endingId(room) },
  };
}

export function rule(statementId: string, ruling: Ruling, text: string): CommandBody {
  return { case: 'ruleOnPointOfOrder', value: { statementId, ruling, text } };
}

/** Passes the time that is left to another on the list. */
export function yieldTo(room: Room, { id }: Inscription): CommandBody {
  return { case: 'yield', value: { statementId: endingId(room), inscriptionId: id } };
}

export function signal(kind: SignalKind, text = ''): CommandBody {
  return { case: 'sendSignal', value: { kind, text } };
}

export function setDisplay(display: DisplayMode, timeUpSound: boolean): CommandBody {
  return { case: 'setDisplay', value: { display, timeUpSound } };
}

/** What the large button asks for. */
export function commandOf(step: OneTap): CommandBody {
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
