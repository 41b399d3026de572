import { queueBefore, queuePositionOfRequest, type ListView } from '$kit/queue_position';
import type { Delegation, Inscription, InscriptionKind, Request } from '$kit/protocol';
import type { RoomScreen } from '$kit/room_screen.svelte';

/** A request or an inscription of a delegation that has not had its turn yet. */
export interface Turn {
  id: string;
  kind: InscriptionKind;
  /** The chair has not taken it up yet. */
  requested: boolean;
  /** Who is called before it, by number. */
  before: number;
  /** Until then, if all take their full time. */
  waitMs: number;
  addressedTo: readonly string[];
  /** This phone asked for it, so this phone may withdraw it. */
  mine: boolean;
}

export type Seen = ListView & Pick<RoomScreen, 'questions'>;

/** The id under which a State takes the floor: its plate's where it is under review. */
export function delegationIdOf(code: string, plates: readonly Delegation[]): string {
  const sur = plates.find(({ kind }) => kind === 'DELEGATION_KIND_STATE_UNDER_REVIEW');
  return sur?.stateCode === code ? sur.id : `mission-${code.toLowerCase()}`;
}

/** What a delegation has asked for and not had yet, in the order in which it will come. */
export function turnsOf(delegationId: string, asked: readonly AskedFor[], seen: Seen): Turn[] {
  const isOwn = (each: { delegationId: string }) => each.delegationId === delegationId;
  const requests = seen.questions?.requests ?? [];
  const listed = seen.inscriptions
    .filter((each) => isOwn(each) && each.status === 'INSCRIPTION_STATUS_WAITING')
    .map((each) => {
      const { before, waitMs } = queueBefore(each, seen);
      return turn(each, { requested: false, before: before.length, waitMs }, asked);
    });
  const pending = requests.filter(isOwn).map((each) => {
    const place = queuePositionOfRequest(each, requests, seen);
    return turn(each, { requested: true, ...place }, asked);
  });
  return [...listed, ...pending];
}

function turn(
  { id, kind, addressedTo }: Inscription | Request,
  place: Pick<Turn, 'requested' | 'before' | 'waitMs'>,
  asked: readonly AskedFor[],
): Turn {
  return { id, kind, addressedTo, ...place, mine: asked.some((each) => each.id === id) };
}

/** Something that this phone asked for. */
export interface AskedFor {
  /** The request's, and the inscription's that it becomes. */
  id: string;
  kind: InscriptionKind;
}

/**
 * What this phone asked for and the chair has not kept: neither asked for nor on the list now. A
 * point of order that was heard is on the list under another id.
 */
export function notKept(asked: readonly AskedFor[], delegationId: string, seen: Seen): AskedFor[] {
  const { inscriptions, questions } = seen;
  const kept = (id: string) =>
    [...inscriptions, ...(questions?.requests ?? [])].some((each) => each.id === id);
  const heard = inscriptions.some(
    (each) => each.kind === 'INSCRIPTION_KIND_POINT_OF_ORDER' && each.delegationId === delegationId,
  );
  return asked.filter(
    ({ id, kind }) => !kept(id) && !(heard && kind === 'INSCRIPTION_KIND_POINT_OF_ORDER'),
  );
}

/** Whether questions can be asked for now. */
export type ListState =
  | { kind: 'closed' }
  | { kind: 'full'; most: number }
  /** `closesAtMs` is 0 where it does not close by itself, `left` undefined where there is no limit. */
  | { kind: 'open'; closesAtMs: number; left: number | undefined };

export function listState(seen: Pick<Seen, 'questions' | 'inscriptions' | 'now'>): ListState {
  const { questions, inscriptions, now } = seen;
  const closesAtMs = questions?.closesAtUnixMs ?? 0;
  if (!questions?.open || (closesAtMs > 0 && closesAtMs <= now)) return { kind: 'closed' };
  if (questions.most === 0) return { kind: 'open', closesAtMs, left: undefined };
  const isQuestion = ({ kind }: { kind: InscriptionKind }) => kind === 'INSCRIPTION_KIND_QUESTION';
  const taken = [...inscriptions, ...questions.requests].filter(isQuestion).length;
  const left = Math.max(0, questions.most - taken);
  return left === 0 ? { kind: 'full', most: questions.most } : { kind: 'open', closesAtMs, left };
}
