import { askedOf, isQuestion, openQuestionsOf } from './answers';
import {
  canSpeak,
  interruptedOf,
  isUrgent,
  latestTurnOf,
  rowsOf,
  speakingOf,
  waitingOf,
  type Row,
} from './list';
import type { Delegation, InscriptionKind, Room } from './protocol';
import { delegationOf, questionsOpen } from './room';

/** What comes next on the floor: the same on every screen. */
export type Next =
  /** A statement, a question or an answer that Next calls. */
  | { kind: 'plate'; row: Row }
  /** The turn of an empty chair. */
  | { kind: 'emptyChair'; row: Row }
  /** Questions wait for an answer by these; `toPanel`: one of them is for the whole panel. */
  | { kind: 'answers'; questions: Row[]; answering: Delegation[]; toPanel: boolean }
  /** The floor returns to whom a point of order interrupted. */
  | { kind: 'return'; row: Row; keepsMs: number };

/** Undefined if nobody waits. */
export function comesNext(room: Room): Next | undefined {
  if (room.meeting?.course === 'COURSE_CLOSED') return undefined;
  const returns = floorReturns(room);
  if (returns) return returns;
  const answers = answersTo(room);
  if (answers) return answers;
  const waiting = waitingOf(room);
  const first = waiting.find((row) => !isPassedOver(room, row));
  if (first && !canSpeak(first.delegation)) return { kind: 'emptyChair', row: first };
  const called = waiting.find(({ id }) => id === room.list?.nextInscriptionId);
  return called && { kind: 'plate', row: called };
}

/** What the meeting turns to when nobody is left to be called. */
export type Onwards =
  /** Who asks for the floor. */
  | 'requests'
  /** The list for questions, which was not open yet, and for which time is kept. */
  | 'openQuestions'
  /** The list for questions is open, and nobody asks. */
  | 'questions'
  | 'close';

export function goesOnWith(room: Room, now: number): Onwards {
  const asks = room.questions?.requests.some(
    ({ kind }) => kind !== 'INSCRIPTION_KIND_POINT_OF_ORDER',
  );
  if (asks) return 'requests';
  if (questionsOpen(room, now)) return 'questions';
  const wereOpen = room.questions?.open || (room.questions?.closesAtUnixMs ?? 0) > 0;
  const asked = rowsOf(room).some(isQuestion);
  return !wereOpen && !asked && keptForQuestionsMs(room) > 0 ? 'openQuestions' : 'close';
}

/** The time of the hour that is kept for questions, and that no question uses yet. */
export const keptForQuestionsMs = ({ hour }: Room): number => hour?.reserveLeftMs ?? 0;

/** Whether a point of order is heard. */
export function hearsPointOfOrder(room: Room): boolean {
  const speaking = speakingOf(room);
  return speaking !== undefined && isUrgent(speaking);
}

/** Whose plate it is about; undefined for answers, which several may give. */
export const nextRowOf = (next: Next | undefined): Row | undefined =>
  next && 'row' in next ? next.row : undefined;

/** What an empty chair is called; empty for one that may still come. A State has no empty chair: it is absent. */
export function emptyChairKey({ standing, kind }: Delegation) {
  if (standing !== 'STANDING_ABSENT') return undefined;
  return kind === 'DELEGATION_KIND_STATE_UNDER_REVIEW' ? 'plate.absent' : 'plate.empty-chair';
}

function floorReturns(room: Room): Next | undefined {
  const row = interruptedOf(room);
  return row && { kind: 'return', row, keepsMs: room.floor?.interrupted?.remainingMs ?? 0 };
}

/** The questions that wait for an answer now: nobody else has had the floor since. */
export function answersDueTo(room: Room): Row[] {
  const latest = latestTurnOf(room);
  return latest && isQuestion(latest) ? openQuestionsOf(room) : [];
}

/** What was asked last waits for an answer, and somebody is here who can give it. */
function answersTo(room: Room): Next | undefined {
  const questions = answersDueTo(room);
  const answering = askedOf(room).flatMap((id) => delegationOf(room, id) ?? []);
  if (questions.length === 0 || answering.length === 0) return undefined;
  const toPanel = questions.some(({ inscription }) => inscription.addressedTo.length === 0);
  return { kind: 'answers', questions, answering, toPanel };
}

const later: Partial<Record<InscriptionKind, number>> = {
  INSCRIPTION_KIND_FOLLOW_UP: 1,
  INSCRIPTION_KIND_QUESTION: 1,
  INSCRIPTION_KIND_ANSWER: 1,
  INSCRIPTION_KIND_RIGHT_OF_REPLY: 2,
};

/** The part of the hour: statements, questions and answers, replies. */
const partOf = ({ inscription }: Row): number => later[inscription.kind] ?? 0;

/**
 * Whether others have the floor instead of an empty chair: those behind it, while some of its part of the hour can
 * still be called, or those of a later part. It waits on, and nothing says that it is its turn; that comes again
 * once all others of its part are heard.
 */
export function isPassedOver(room: Room, row: Row): boolean {
  if (canSpeak(row.delegation) || row.inscription.status !== 'INSCRIPTION_STATUS_WAITING')
    return false;
  const latest = latestTurnOf(room);
  if (!latest) return false;
  const rows = rowsOf(room);
  const place = (id: string) => rows.findIndex((each) => each.id === id);
  if (partOf(latest) !== partOf(row)) return partOf(latest) > partOf(row);
  const others = waitingOf(room).some(
    (other) => canSpeak(other.delegation) && partOf(other) === partOf(row),
  );
  return others && place(latest.id) > place(row.id);
}
