import { answerersOf } from '$kit/answers';
import { answersDueTo, comesNext, goesOnWith, hearsPointOfOrder } from '$kit/next';
import type { Delegation, MeetingSummary, Room } from '$kit/protocol';
import { delegationOf } from '$kit/room';
import { requestsOf, type Row } from './list';

export { hearsPointOfOrder, isPassedOver } from '$kit/next';

/** What takes the meeting a step further now. */
export type Step =
  | Onward
  /** Questions wait for an answer by these; `then`: what goes on without it. */
  | { kind: 'answer'; questions: Row[]; answering: Delegation[]; toPanel: boolean; then: Onward }
  /** Questions wait for an answer, and none of those for whom they are is here; `then`: what goes on without it. */
  | { kind: 'whoAnswers'; questions: Row[]; then: Onward }
  /** It is the turn of an empty chair; `then`: what passes it over. */
  | { kind: 'emptyChair'; row: Row; then: Onward }
  /** A point of order is heard: only a ruling ends it, which has buttons of its own. */
  | { kind: 'rule'; statementId: string };

/** What goes on, without an answer or an empty chair. */
export type Onward =
  | OneTap
  /** The list for questions is open, and nobody asks: the chair waits, or closes the list or the meeting. */
  | { kind: 'questions' };

/** What one tap does. */
export type OneTap =
  | { kind: 'open'; meetingId: string }
  | { kind: 'resume'; meetingId: string }
  /** `endingId` '0': nobody has the floor. */
  | { kind: 'next'; endingId: string; callingId: string; calling: Delegation }
  | { kind: 'end'; endingId: string }
  /** The first who asks for the floor. */
  | { kind: 'accept'; row: Row }
  | { kind: 'openQuestions' }
  | { kind: 'close'; meetingId: string }
  | { kind: 'announce'; meeting: MeetingSummary };

/** Undefined if nothing is left to do: an empty room, or the last meeting closed. */
export function stepOf(room: Room, now: number): Step | undefined {
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
      return stepOnTheFloor(room, meeting.id, now);
  }
}

/** Identifies a step: a button whose step has changed asks for a new tap. */
export function stepKey(step: Step | undefined): string {
  if (!step) return '';
  const { kind } = step;
  if (kind === 'answer') return `${kind} ${step.answering.map(({ id }) => id).join(' ')}`;
  if (kind === 'emptyChair' || kind === 'accept') return `${kind} ${step.row.id}`;
  if (kind === 'next') return `${kind} ${step.endingId} ${step.callingId}`;
  if (kind === 'end') return `${kind} ${step.endingId}`;
  if (kind === 'whoAnswers') return `${kind} ${stepKey(step.then)}`;
  if (kind === 'rule') return `${kind} ${step.statementId}`;
  if (kind === 'questions' || kind === 'openQuestions') return kind;
  return `${kind} ${kind === 'announce' ? step.meeting.id : step.meetingId}`;
}

/** The empty chair whose turn it is. */
export function emptyChairOf(room: Room): Row | undefined {
  if (room.meeting?.course !== 'COURSE_OPEN' || hearsPointOfOrder(room)) return undefined;
  const next = comesNext(room);
  return next?.kind === 'emptyChair' ? next.row : undefined;
}

function stepOnTheFloor(room: Room, meetingId: string, now: number): Step {
  const endingId = room.floor?.statement?.id ?? '0';
  if (hearsPointOfOrder(room)) return { kind: 'rule', statementId: endingId };
  const then = onwardOnTheFloor(room, meetingId, endingId, now);
  const next = comesNext(room);
  if (next?.kind === 'answers') return { ...next, kind: 'answer', then };
  if (next?.kind === 'emptyChair') return { ...next, then };
  const questions = answersDueTo(room);
  const owed = questions.length > 0 && answerersOf(room).length > 0;
  return owed ? { kind: 'whoAnswers', questions, then } : then;
}

function onwardOnTheFloor(room: Room, meetingId: string, endingId: string, now: number): Onward {
  const callingId = room.list?.nextInscriptionId ?? '';
  const inscription = room.list?.inscriptions.find(({ id }) => id === callingId);
  const calling = inscription && delegationOf(room, inscription.delegationId);
  if (calling) return { kind: 'next', endingId, callingId, calling };
  if (endingId !== '0') return { kind: 'end', endingId };
  const kind = goesOnWith(room, now);
  if (kind === 'close') return { kind, meetingId };
  if (kind !== 'requests') return { kind };
  const [row] = requestsOf(room);
  return row ? { kind: 'accept', row } : { kind: 'questions' };
}

/** The first meeting of the programme, after the closed one, that is still planned. */
function announcement({ agenda }: Room): Step | undefined {
  const meetings = agenda?.meetings ?? [];
  const at = meetings.findIndex(({ id }) => id === agenda?.currentMeetingId);
  const meeting = meetings.slice(at + 1).find(({ course }) => course === 'COURSE_PLANNED');
  return meeting && { kind: 'announce', meeting };
}
