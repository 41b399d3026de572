import type { Request } from '$kit/protocol';
import { notKept, type AskedFor, type Seen } from './situation';

/** A request that was declined or withdrawn. */
export interface Gone {
  id: string;
  /** As it was shown last; undefined after a reload. */
  request: Request | undefined;
  /** Since when this phone has known that it is gone. */
  sinceMs: number;
}

/** So long a phone shows a request that is gone as if it waited: a chair who slipped takes it back meanwhile. */
export const HELD_BACK_MS = 10_000;

export const isHeldBack = ({ sinceMs }: Gone, nowMs: number): boolean =>
  nowMs - sinceMs < HELD_BACK_MS;

/**
 * The requests that are gone now.
 *
 * @param before the requests that were there, and those that were gone
 * @param asked what this phone asked for, in the name of `delegationId`
 */
export function goneOf(
  before: { requests: readonly Request[]; gone: readonly Gone[] },
  { asked, delegationId }: { asked: readonly AskedFor[]; delegationId: string },
  seen: Seen,
  nowMs: number,
): Gone[] {
  const known = new Map(before.gone.map((each) => [each.id, each]));
  const note = (id: string, request?: Request) => {
    if (!known.has(id)) known.set(id, { id, request, sinceMs: nowMs });
  };
  for (const request of before.requests) note(request.id, request);
  for (const { id } of asked) note(id);
  return [...known.values()].filter((each) => {
    const { id, request } = each;
    const own = asked.find((one) => one.id === id);
    const entry = own ?? request;
    if (!entry || notKept([entry], request?.delegationId ?? delegationId, seen).length === 0)
      return false;
    return own !== undefined || isHeldBack(each, nowMs);
  });
}

/** The requests that a phone shows: those that are held back stand where they stood. */
export function requestsShown(
  { questions }: Pick<Seen, 'questions'>,
  gone: readonly Gone[],
  nowMs: number,
): Request[] {
  const held = gone.flatMap((each) =>
    each.request && isHeldBack(each, nowMs) ? [each.request] : [],
  );
  return [...(questions?.requests ?? []), ...held].sort(
    (a, b) => a.askedAtUnixMs - b.askedAtUnixMs,
  );
}

/** What this phone asked for and the chair declined, once that is no longer held back. */
export function declinedOf(
  asked: readonly AskedFor[],
  gone: readonly Gone[],
  nowMs: number,
): AskedFor[] {
  return asked.filter(({ id }) => gone.some((each) => each.id === id && !isHeldBack(each, nowMs)));
}
