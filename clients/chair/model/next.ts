import { comesNext, hearsPointOfOrder } from '$kit/next';
import type { Delegation, MeetingSummary, Room } from '$kit/protocol';
import { delegationOf } from '$kit/room';
import type { Row } from './list';

export { hearsPointOfOrder, isPassedOver } from '$kit/next';

/** What takes the meeting a step further now. */
export type Step =
  | OneTap
  /** Questions wait for an answer by these; `then`: what goes on without it. */
  | { kind: 'answer'; questions: Row[]; answering: Delegation[]; toPanel: boolean; then: OneTap }
  /** It is the turn of an empty chair; `then`: what passes it over. */
  | { kind: 'emptyChair'; row: Row; then: OneTap }
  /** A point of order is heard: only a ruling ends it, which has buttons of its own. */
  | { kind: 'rule'; statementId: string };

/** What one tap does. */
export type OneTap =
  | { kind: 'open'; meetingId: string }
  | { kind: 'resume'; meetingId: string }
  /** `endingId` '0': nobody has the floor. */
  | { kind: 'next'; endingId: string; callingId: string; calling: Delegation }
  | { kind: 'end'; endingId: string }
  | { kind: 'close'; meetingId: string }
  | { kind: 'announce'; meeting: MeetingSummary };

/** Undefined if nothing is left to do: an empty room, or the last meeting closed. */
export function stepOf(room: Room): Step | undefined {
  const { meeting } = room;
  if (!meeting?.id) return undefined;
  switch (meeting.course) {
    case 'COURSE_PLANNED':
      return { kind: 'open', meetingId: meeting.id };
    case 'COURSE_SUSPENDED':
      return { kind: 'resume', meetingId: meeting.id };
    case 'COURSE_CLOSED':
      return announcement(room);
    default:
      return stepOnTheFloor(room, meeting.id);
  }
}

/** Identifies a step: a button whose step has changed asks for a new tap. */
export function stepKey(step: Step | undefined): string {
  if (!step) return '';
  const { kind } = step;
  if (kind === 'answer') return `${kind} ${step.answering.map(({ id }) => id).join(' ')}`;
  if (kind === 'emptyChair') return `${kind} ${step.row.id}`;
  if (kind === 'next') return `${kind} ${step.endingId} ${step.callingId}`;
  if (kind === 'end') return `${kind} ${step.endingId}`;
  if (kind === 'rule') return `${kind} ${step.statementId}`;
  return `${kind} ${kind === 'announce' ? step.meeting.id : step.meetingId}`;
}

/** The empty chair whose turn it is. */
export function emptyChairOf(room: Room): Row | undefined {
  if (room.meeting?.course !== 'COURSE_OPEN' || hearsPointOfOrder(room)) return undefined;
  const next = comesNext(room);
  return next?.kind === 'emptyChair' ? next.row : undefined;
}

function stepOnTheFloor(room: Room, meetingId: string): Step {
  const endingId = room.floor?.statement?.id ?? '0';
  if (hearsPointOfOrder(room)) return { kind: 'rule', statementId: endingId };
  const then = oneTapOnTheFloor(room, meetingId, endingId);
  const next = comesNext(room);
  if (next?.kind === 'answers') return { ...next, kind: 'answer', then };
  return next?.kind === 'emptyChair' ? { ...next, then } : then;
}

function oneTapOnTheFloor(room: Room, meetingId: string, endingId: string): OneTap {
  const callingId = room.list?.nextInscriptionId ?? '';
  const inscription = room.list?.inscriptions.find(({ id }) => id === callingId);
  const calling = inscription && delegationOf(room, inscription.delegationId);
  if (calling) return { kind: 'next', endingId, callingId, calling };
  return endingId !== '0' ? { kind: 'end', endingId } : { kind: 'close', meetingId };
}

/** The first meeting of the programme, after the closed one, that is still planned. */
function announcement({ agenda }: Room): Step | undefined {
  const meetings = agenda?.meetings ?? [];
  const at = meetings.findIndex(({ id }) => id === agenda?.currentMeetingId);
  const meeting = meetings.slice(at + 1).find(({ course }) => course === 'COURSE_PLANNED');
  return meeting && { kind: 'announce', meeting };
}
