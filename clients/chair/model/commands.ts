import { followerIn } from '$kit/order';
import type {
  CommandBody,
  Delegation,
  DisplayMode,
  Inscription,
  InscriptionKind,
  Phone,
  Room,
  SignalKind,
} from '$kit/protocol';
import { isUrgent, type Row } from './list';
import type { OneTap } from './next';
import { openQuestions } from './questions';

/** The statement that a new turn ends; '0' when nobody has the floor. */
const endingId = (room: Room): string => room.floor?.statement?.id ?? '0';

/** Gives the floor to one out of turn; what is in progress ends. */
export const giveFloor = (room: Room, { id }: Inscription): CommandBody => ({
  case: 'giveFloor',
  value: { inscriptionId: id, endingStatementId: endingId(room) },
});

export const markPresent = ({ id }: Delegation): CommandBody => ({
  case: 'markPresent',
  value: { delegationId: id },
});

export const markExpected = ({ id }: Delegation): CommandBody => ({
  case: 'markExpected',
  value: { delegationId: id },
});

/** @param publicReason for everybody to read; may be empty */
export const markAbsent = ({ id }: Delegation, publicReason = ''): CommandBody => ({
  case: 'markAbsent',
  value: { delegationId: id, publicReason },
});

export const decline = ({ id }: Inscription): CommandBody => ({
  case: 'declineStatement',
  value: { inscriptionId: id },
});

/** The turn of an empty chair; without a silence the next speaker can be called. */
export const honour = (room: Room, { id }: Inscription, silenceMs: number): CommandBody => ({
  case: 'honourEmptyChair',
  value: { inscriptionId: id, endingStatementId: endingId(room), silenceMs },
});

/** Moves an inscription to its place in `order`. */
export const moveTo = (order: string[], moved: string): CommandBody => ({
  case: 'moveInscription',
  value: { inscriptionId: moved, beforeInscriptionId: followerIn(order, moved) },
});

/** @param beforeInscriptionId whom it is put in front of; empty: after those of its kind */
export const accept = ({ id }: Row, beforeInscriptionId = ''): CommandBody => ({
  case: 'acceptRequest',
  value: { requestId: id, beforeInscriptionId },
});

/** What a tap on a request grants: a place on the list, or, to a point of order, the floor. */
export const grant = (room: Room, row: Row): CommandBody =>
  isUrgent(row) ? pointOfOrder(room, row.delegation) : accept(row);

export const refuse = ({ id }: Row): CommandBody => ({
  case: 'declineRequest',
  value: { requestId: id },
});

/** @param addressedTo of a question: whom it is meant for; empty: the panel */
export const inscribe = (
  kind: InscriptionKind,
  delegationId = '',
  addressedTo: string[] = [],
): CommandBody => ({ case: 'inscribe', value: { delegationId, kind, addressedTo } });

export const pointOfOrder = (room: Room, { id }: Delegation): CommandBody => ({
  case: 'raisePointOfOrder',
  value: { delegationId: id, interruptingStatementId: endingId(room) },
});

/** Passes the time that is left to another on the list. */
export const yieldTo = (room: Room, { id }: Inscription): CommandBody => ({
  case: 'yield',
  value: { statementId: endingId(room), inscriptionId: id },
});

export const signal = (kind: SignalKind, text = ''): CommandBody => ({
  case: 'sendSignal',
  value: { kind, text },
});

export const setDisplay = (display: DisplayMode, timeUpSound: boolean): CommandBody => ({
  case: 'setDisplay',
  value: { display, timeUpSound },
});

/** A round of answers; the rules say how long it is unless `budgetMs` does. */
export const beginAnswers = (delegationIds: string[], budgetMs = 0): CommandBody => ({
  case: 'beginAnswers',
  value: { delegationIds, budgetMs },
});

/** A round of answers, the first of whom has the floor in the same act. */
export const callAnswers = (room: Room, delegations: Delegation[]): CommandBody => ({
  case: 'beginAnswers',
  value: {
    delegationIds: delegations.map(({ id }) => id),
    callsFirst: true,
    endingStatementId: endingId(room),
  },
});

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
    case 'accept':
      return accept(step.row);
    case 'openQuestions':
      return openQuestions(0, 0, false);
    case 'close':
      return { case: 'closeMeeting', value: { meetingId: step.meetingId } };
    case 'announce':
      return { case: 'announceMeeting', value: { meetingId: step.meeting.id } };
  }
}

/** Accepts several requests in one act. */
export const acceptAll = (rows: readonly Row[]): CommandBody => ({
  case: 'acceptRequests',
  value: { requestIds: rows.map(({ id }) => id) },
});

/** Declines several requests in one act. */
export const refuseAll = (rows: readonly Row[]): CommandBody => ({
  case: 'declineRequests',
  value: { requestIds: rows.map(({ id }) => id) },
});

/** Lets several phones ask, in one act. */
export const admitAll = (phones: readonly Phone[]): CommandBody => ({
  case: 'admitPhones',
  value: { devices: phones.map(({ device }) => device) },
});

/** Lets a phone ask. */
export const admitPhone = (device: string): CommandBody => ({
  case: 'admitPhone',
  value: { device },
});

/** Ends a phone's asking for this meeting. */
export const shutOutPhone = (device: string): CommandBody => ({
  case: 'shutOutPhone',
  value: { device },
});
