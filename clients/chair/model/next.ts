import type { Delegation, InscriptionKind, MeetingSummary, Room } from '$kit/protocol';
import { askedOf, isQuestion, openQuestionsOf } from './answers';
import {
  canSpeak,
  delegationOf,
  isUrgent,
  latestTurnOf,
  rowsOf,
  speakingOf,
  waitingOf,
  type Row,
} from './list';

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

/** Whether a point of order is heard. */
export function hearsPointOfOrder(room: Room): boolean {
  const speaking = speakingOf(room);
  return speaking !== undefined && isUrgent(speaking);
}

/**
 * The empty chair whose turn it is: the first who waits, unless somebody who waits before it can speak. One that was
 * passed over waits on, and nothing says any more that it is its turn.
 */
export function emptyChairOf(room: Room): Row | undefined {
  if (room.meeting?.course !== 'COURSE_OPEN' || hearsPointOfOrder(room)) return undefined;
  const first = waitingOf(room).find((row) => !isPassedOver(room, row));
  return first && !canSpeak(first.delegation) ? first : undefined;
}

const later: Partial<Record<InscriptionKind, number>> = {
  INSCRIPTION_KIND_FOLLOW_UP: 1,
  INSCRIPTION_KIND_QUESTION: 1,
  INSCRIPTION_KIND_ANSWER: 1,
  INSCRIPTION_KIND_RIGHT_OF_REPLY: 2,
};

/** The part of the hour: statements, questions and answers, replies. */
const partOf = ({ inscription }: Row): number => later[inscription.kind] ?? 0;

/** Whether others have had the floor instead of an empty chair: those behind it, or of a later part of the hour. */
export function isPassedOver(room: Room, row: Row): boolean {
  if (canSpeak(row.delegation) || row.inscription.status !== 'INSCRIPTION_STATUS_WAITING')
    return false;
  const latest = latestTurnOf(room);
  if (!latest) return false;
  const place = (id: string) => rowsOf(room).findIndex((each) => each.id === id);
  return partOf(latest) === partOf(row)
    ? place(latest.id) > place(row.id)
    : partOf(latest) > partOf(row);
}

function stepOnTheFloor(room: Room, meetingId: string): Step {
  const endingId = room.floor?.statement?.id ?? '0';
  if (hearsPointOfOrder(room)) return { kind: 'rule', statementId: endingId };
  const then = oneTapOnTheFloor(room, meetingId, endingId);
  const answer = answerOf(room, then);
  if (answer) return answer;
  const row = emptyChairOf(room);
  return row ? { kind: 'emptyChair', row, then } : then;
}

/** What was asked last waits for an answer, and somebody is here who can give it. */
function answerOf(room: Room, then: OneTap): Step | undefined {
  const latest = latestTurnOf(room);
  const questions = openQuestionsOf(room);
  const asked = askedOf(room);
  const answering = asked.flatMap((id) => delegationOf(room, id) ?? []);
  if (!latest || !isQuestion(latest) || questions.length === 0 || answering.length === 0)
    return undefined;
  const toPanel = questions.some(({ inscription }) => inscription.addressedTo.length === 0);
  return { kind: 'answer', questions, answering, toPanel, then };
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
