const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * How long until a planned meeting starts: `shortly` once its time has come, since it starts when the
 * chair opens it; `none` while it is an hour or more away, when its time of day says enough.
 */
export type StartsIn =
  { kind: 'none' } | { kind: 'minutes'; minutes: number } | { kind: 'shortly' };

/** @param now the server's clock, in Unix milliseconds */
export function startsIn(startsAtMs: number, now: number): StartsIn {
  const left = startsAtMs - now;
  if (left <= 0) return { kind: 'shortly' };
  if (left >= HOUR_MS) return { kind: 'none' };
  return { kind: 'minutes', minutes: Math.ceil(left / MINUTE_MS) };
}
