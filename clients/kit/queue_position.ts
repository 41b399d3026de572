import { remainingMs } from './countdown';
import type { Delegation, Inscription, InscriptionKind, Request } from './protocol';
import type { RoomScreen } from './room_screen.svelte';

/** The position of a delegation on the speakers' list. */
export type QueuePosition =
  | { kind: 'speaking' }
  /** By a point of order. `keepsMs`: the time it continues with. */
  | { kind: 'interrupted'; own: Inscription; keepsMs: number }
  /** The meeting is suspended: it continues when that resumes. */
  | { kind: 'suspended'; own: Inscription }
  /** `before`: who is called first, in order. `waitMs`: until its turn, if all take their full time. */
  | { kind: 'waiting'; own: Inscription; before: Inscription[]; waitMs: number; ownMs: number }
  | { kind: 'spoken'; spokenMs: number }
  | { kind: 'declined' }
  | { kind: 'absent' }
  | { kind: 'expected' }
  /** A silence is held for its empty chair. */
  | { kind: 'silence' }
  /** Another delegation, of this id, reads its statement. */
  | { kind: 'read-by'; readerId: string };

/** What positions on the list depend on. */
export type ListView = Pick<
  RoomScreen,
  | 'meeting'
  | 'inscriptions'
  | 'rounds'
  | 'delegation'
  | 'statement'
  | 'interrupted'
  | 'settings'
  | 'hour'
  | 'now'
>;

/** @returns undefined for a delegation that is not on the list */
export function queuePositionOf(delegationId: string, seen: ListView): QueuePosition | undefined {
  const own = seen.inscriptions.filter(({ delegationId: whose }) => {
    if (whose === delegationId) return true;
    return readerOf(seen.delegation(whose)) === delegationId;
  });
  if (own.length === 0) return undefined;
  const holds = (id: string | undefined) => own.find((inscription) => inscription.id === id);
  const readerId = readerOf(seen.delegation(delegationId));

  const speaking = holds(seen.statement?.inscriptionId);
  if (speaking && seen.statement?.silence) return { kind: 'silence' };
  if (speaking && readerId && speaking.delegationId === delegationId) {
    return { kind: 'read-by', readerId };
  }
  if (speaking) {
    const suspended = seen.meeting?.course === 'COURSE_SUSPENDED';
    return suspended ? { kind: 'suspended', own: speaking } : { kind: 'speaking' };
  }
  const stopped = seen.interrupted && holds(seen.interrupted.inscriptionId);
  if (seen.interrupted && stopped) {
    return { kind: 'interrupted', own: stopped, keepsMs: seen.interrupted.remainingMs };
  }
  const waits = own.filter(({ status }) => status === 'INSCRIPTION_STATUS_WAITING');
  const first = waits.find((inscription) => canSpeak(inscription, seen));
  if (first && readerId && first.delegationId === delegationId) {
    return { kind: 'read-by', readerId };
  }
  if (first) return waiting(first, seen);
  if (waits.length > 0) {
    const expected = seen.delegation(delegationId)?.standing === 'STANDING_EXPECTED';
    return { kind: expected ? 'expected' : 'absent' };
  }
  if (own.some(({ status }) => status === 'INSCRIPTION_STATUS_SPOKEN')) {
    return { kind: 'spoken', spokenMs: own.reduce((sum, each) => sum + each.spokenMs, 0) };
  }
  const declined = own.some(({ status }) => status === 'INSCRIPTION_STATUS_DECLINED');
  return { kind: declined ? 'declined' : 'absent' };
}

/**
 * The position of a request if it and all earlier ones are accepted: how many are called before it, and how
 * long they take at full time.
 *
 * @param requests that await the chair's decision, in order
 */
export function queuePositionOfRequest(
  request: Request,
  requests: readonly Request[],
  seen: ListView,
): { before: number; waitMs: number } {
  // Rights of reply come last: no question waits for one.
  const comesFirst = ({ kind }: { kind: InscriptionKind }) =>
    request.kind === 'INSCRIPTION_KIND_RIGHT_OF_REPLY' ||
    kind !== 'INSCRIPTION_KIND_RIGHT_OF_REPLY';
  const listed = seen.inscriptions.filter((each) => isCallable(each, seen) && comesFirst(each));
  const earlier = requests
    .slice(0, requests.indexOf(request))
    .filter((each) => each.kind !== 'INSCRIPTION_KIND_POINT_OF_ORDER' && comesFirst(each));
  const rules = seen.settings?.rules;
  const usual = ({ kind }: Request) =>
    (kind === 'INSCRIPTION_KIND_RIGHT_OF_REPLY' ? rules?.replyMs : rules?.questionMs) ?? 0;
  const asked = earlier.reduce((sum, each) => sum + usual(each), 0);
  return { before: listed.length + earlier.length, waitMs: waitFor(listed, seen) + asked };
}

/** Who is called before an inscription, in order, and how long they take at full time. */
export function queueBefore(
  inscription: Inscription,
  seen: ListView,
): { before: Inscription[]; waitMs: number } {
  const before = seen.inscriptions
    .slice(0, seen.inscriptions.indexOf(inscription))
    .filter((other) => isCallable(other, seen));
  return { before, waitMs: waitFor(before, seen) };
}

/** Whether an inscription is an answer that shares its round's time. */
export function sharesBudget({ roundId }: Pick<Inscription, 'roundId'>): boolean {
  return roundId !== '0';
}

/** The time left to a round of answers; while one of them speaks, its countdown. */
export function roundLeftMs(roundId: string, seen: ListView): number {
  const speaker = seen.inscriptions.find(({ id }) => id === seen.statement?.inscriptionId);
  if (seen.statement && speaker?.roundId === roundId) {
    return Math.max(0, remainingMs(seen.statement, seen.now));
  }
  return seen.rounds.find(({ id }) => id === roundId)?.leftMs ?? 0;
}

function waiting(own: Inscription, seen: ListView): QueuePosition {
  const ownMs = sharesBudget(own) ? roundLeftMs(own.roundId, seen) : leftOf(own);
  return { kind: 'waiting', own, ...queueBefore(own, seen), ownMs };
}

/** How long the opening or the resumption, the current speaker, an interrupted one and these take together. */
function waitFor(before: readonly Inscription[], seen: ListView): number {
  const { statement, interrupted, hour, now } = seen;
  const begins = Math.max(0, (hour?.beginsAtUnixMs ?? 0) - now);
  const current = statement ? Math.max(0, remainingMs(statement, now)) : 0;
  const afterwards = interrupted ? Math.max(0, interrupted.remainingMs) : 0;
  const separate = before.filter((other) => !sharesBudget(other));
  // The answers of a round share one budget.
  const rounds = seen.rounds.filter(({ id }) => before.some(({ roundId }) => roundId === id));
  return (
    begins +
    current +
    afterwards +
    separate.reduce((sum, other) => sum + leftOf(other), 0) +
    rounds.reduce((sum, { waitingMs }) => sum + waitingMs, 0)
  );
}

function isCallable(inscription: Inscription, seen: ListView): boolean {
  return inscription.status === 'INSCRIPTION_STATUS_WAITING' && canSpeak(inscription, seen);
}

function canSpeak({ delegationId }: Inscription, seen: ListView): boolean {
  const standing = seen.delegation(delegationId)?.standing;
  return standing === 'STANDING_PRESENT' || standing === 'STANDING_READ_BY';
}

function readerOf(delegation: Delegation | undefined): string {
  return delegation?.standing === 'STANDING_READ_BY' ? delegation.readerDelegationId : '';
}

function leftOf({ allottedMs, addedMs, spokenMs }: Inscription): number {
  return Math.max(0, allottedMs + addedMs - spokenMs);
}
