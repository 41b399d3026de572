import type { Delegation, Room } from '$kit/protocol';
import { delegationOf } from '$kit/room';
import { stepOf } from './next';

/** A sentence for the chair to say: its words, and whom it names by the id of a plate. */
export interface Sentence {
  key: 'open' | 'resume' | 'thank' | 'state' | 'plate' | 'named' | 'read' | 'questions' | 'close';
  who?: string;
  reader?: string;
  /** The person, if a screen of the podium has the name. */
  name?: string;
}

/** What the chair says with the next act; nothing while there is nothing to say. */
export function sentencesOf(room: Room): Sentence[] {
  const { meeting } = room;
  if (meeting?.course === 'COURSE_PLANNED') return [{ key: 'open' }];
  if (meeting?.course === 'COURSE_SUSPENDED') return [{ key: 'resume' }];
  if (meeting?.course !== 'COURSE_OPEN' || room.floor?.interrupted) return [];
  const statement = room.floor?.statement;
  const thanks: Sentence[] =
    statement && !statement.silence ? [{ key: 'thank', who: statement.delegationId }] : [];
  return [...thanks, ...giving(room)];
}

/** Whom the next act gives the floor to: the same as the large button says. */
function giving(room: Room): Sentence[] {
  const step = stepOf(room);
  if (step?.kind === 'emptyChair') return [];
  if (step?.kind === 'answer') return givingTo(step.answering[0]);
  const next = room.list?.inscriptions.find(({ id }) => id === room.list?.nextInscriptionId);
  if (!next) return [{ key: room.questions?.requests.length ? 'questions' : 'close' }];
  return givingTo(delegationOf(room, next.delegationId));
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
