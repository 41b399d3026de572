import type { Delegation, Room } from '$kit/protocol';
import { comesNext, goesOnWith, hearsPointOfOrder } from '$kit/next';

/** A sentence for the chair to say: its words, and whom it names by the id of a plate. */
export interface Sentence {
  key:
    | 'open'
    | 'resume'
    | 'thank'
    | 'state'
    | 'plate'
    | 'named'
    | 'read'
    | 'answers'
    | 'answersPanel'
    | 'emptyChair'
    | 'return'
    | 'questions'
    | 'anyQuestions'
    | 'close';
  who?: string;
  reader?: string;
  /** The person, if a screen of the podium has the name. */
  name?: string;
}

/** What the chair says with the next act; nothing while there is nothing to say. */
export function sentencesOf(room: Room, now: number): Sentence[] {
  const { meeting } = room;
  if (meeting?.course === 'COURSE_PLANNED') return [{ key: 'open' }];
  if (meeting?.course === 'COURSE_SUSPENDED') return [{ key: 'resume' }];
  if (meeting?.course !== 'COURSE_OPEN') return [];
  const statement = room.floor?.statement;
  const thanks: Sentence[] =
    statement && !statement.silence && !hearsPointOfOrder(room)
      ? [{ key: 'thank', who: statement.delegationId }]
      : [];
  return [...thanks, ...giving(room, now)];
}

const onwards = {
  requests: 'questions',
  openQuestions: 'questions',
  questions: 'anyQuestions',
  close: 'close',
} as const;

/** What comes next, as every screen says it. */
function giving(room: Room, now: number): Sentence[] {
  const next = comesNext(room);
  switch (next?.kind) {
    case undefined:
      return [{ key: onwards[goesOnWith(room, now)] }];
    case 'plate':
      return givingTo(next.row.delegation);
    case 'answers': {
      const [first, ...others] = next.answering;
      if (others.length === 0) return givingTo(first);
      return [{ key: next.toPanel ? 'answersPanel' : 'answers', who: first!.id }];
    }
    case 'emptyChair':
    case 'return':
      return [{ key: next.kind, who: next.row.delegation.id }];
  }
}

function givingTo(delegation: Delegation | undefined): Sentence[] {
  if (!delegation) return [];
  const who = delegation.id;
  if (delegation.standing === 'STANDING_READ_BY')
    return [{ key: 'read', who, reader: delegation.readerDelegationId }];
  if (delegation.stateCode) return [{ key: 'state', who }];
  const name = delegation.speakerName;
  return [name ? { key: 'named', who, name } : { key: 'plate', who }];
}

/** Whom a note may help with: who speaks, and who waits, each once, in their order. */
export function notedOf(room: Room, most = 12): string[] {
  const waiting = (room.list?.inscriptions ?? [])
    .filter(({ status }) => status === 'INSCRIPTION_STATUS_WAITING')
    .map(({ delegationId }) => delegationId);
  const speaking = room.floor?.statement?.delegationId;
  return [...new Set([...(speaking ? [speaking] : []), ...waiting])].slice(0, most);
}
