import { queueBefore, queuePositionOfRequest, type ListView } from '$kit/queue_position';
import type { CardHolder, Delegation, Inscription, InscriptionKind, Request } from '$kit/protocol';
import type { RoomScreen } from '$kit/room_screen.svelte';

/** A pending request or waiting inscription of a delegation. */
export interface Turn {
  id: string;
  kind: InscriptionKind;
  /** The chair has not accepted it yet. */
  requested: boolean;
  /** How many are called before it. */
  before: number;
  /** Until its turn, if all take their full time. */
  waitMs: number;
  addressedTo: readonly string[];
  /** This phone asked for it, and may withdraw it. */
  mine: boolean;
}

export type Seen = ListView & Pick<RoomScreen, 'questions'>;

/** The delegation id of a State: its plate's if it is under review. */
export function delegationIdOf(code: string, plates: readonly Delegation[]): string {
  const sur = plates.find(({ kind }) => kind === 'DELEGATION_KIND_STATE_UNDER_REVIEW');
  return sur?.stateCode === code ? sur.id : `mission-${code.toLowerCase()}`;
}

/** No delegation has this id. */
export const ofOtherMeeting = '(of another meeting)';

/** The same for the holder of a card: the plates of another meeting have the same ids. */
export function delegationIdOfHolder(
  { stateCode, delegationId, meetingId: itsMeeting }: CardHolder,
  plates: readonly Delegation[],
  meetingId: string | undefined,
): string {
  if (itsMeeting && itsMeeting !== meetingId) return ofOtherMeeting;
  return stateCode ? delegationIdOf(stateCode, plates) : delegationId;
}

/**
 * The turns that a delegation waits for, in order.
 *
 * @param requests those to show
 */
export function turnsOf(
  delegationId: string,
  asked: readonly AskedFor[],
  seen: Seen,
  requests: readonly Request[] = seen.questions?.requests ?? [],
): Turn[] {
  const isOwn = (each: { delegationId: string }) => each.delegationId === delegationId;
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

export interface AskedFor {
  /** Of the request and of the inscription that it becomes. */
  id: string;
  kind: InscriptionKind;
}

/** The requests that are no longer there. A point of order that was heard is listed under another id. */
export function notKept(asked: readonly AskedFor[], delegationId: string, seen: Seen): AskedFor[] {
  const { inscriptions, questions } = seen;
  const isOpen = (id: string) =>
    [...inscriptions, ...(questions?.requests ?? [])].some((each) => each.id === id);
  const heard = inscriptions.some(
    (each) => each.kind === 'INSCRIPTION_KIND_POINT_OF_ORDER' && each.delegationId === delegationId,
  );
  return asked.filter(
    ({ id, kind }) => !isOpen(id) && !(heard && kind === 'INSCRIPTION_KIND_POINT_OF_ORDER'),
  );
}

/** Whether questions can be requested. */
export type ListState =
  | { kind: 'closed' }
  | { kind: 'full'; most: number }
  /** `closesAtMs` is 0 if the list closes by hand only; `left` is undefined without a limit. */
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

/** Why this phone may not ask now. */
export type Barrier = 'shut-out' | 'awaits-approval' | 'sur-card' | 'card-only' | 'other-meeting';

/** @param byCard this phone asks by a card */
export function barrierOf(
  { room, phone }: Pick<RoomScreen, 'room' | 'phone'>,
  delegationId: string,
  byCard: boolean,
): Barrier | undefined {
  const { settings, plates } = room ?? {};
  if (phone?.standing === 'PHONE_STANDING_SHUT_OUT') return 'shut-out';
  if (delegationId === ofOtherMeeting) return 'other-meeting';
  if (byCard) return undefined;
  if (plates?.delegations.some(({ id }) => id === delegationId)) return 'sur-card';
  if (settings?.asking?.by === 'ASKING_BY_CARD') return 'card-only';
  const waits = phone?.standing === 'PHONE_STANDING_WAITING' && phone.delegationId === delegationId;
  return waits ? 'awaits-approval' : undefined;
}

/** What a phone asked for before it may ask; it sends it as soon as it may. */
export interface Kept {
  meetingId: string;
  delegationId: string;
  kind: InscriptionKind;
  addressedTo: readonly string[];
}

/** What becomes of it now. It has lapsed where it could no longer be asked for, or was asked for by another device. */
export function fateOf(
  kept: Kept,
  {
    meetingId,
    delegationId,
    barrier,
    turns,
  }: {
    meetingId: string | undefined;
    delegationId: string;
    barrier: Barrier | undefined;
    turns: readonly Turn[];
  },
): 'waits' | 'send' | 'lapsed' {
  if (kept.meetingId !== meetingId || kept.delegationId !== delegationId) return 'lapsed';
  if (turns.some(({ kind }) => kind === kept.kind)) return 'lapsed';
  if (barrier === undefined) return 'send';
  return barrier === 'awaits-approval' ? 'waits' : 'lapsed';
}
