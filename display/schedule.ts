const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** `none`: an hour or more away. `shortly`: its time has come, and the chair has not opened it yet. */
export type StartsIn =
  { kind: 'none' } | { kind: 'minutes'; minutes: number } | { kind: 'shortly' };

/** How long until a planned meeting starts. */
export function startsIn(startsAtMs: number, now: number): StartsIn {
  const left = startsAtMs - now;
  if (left <= 0) return { kind: 'shortly' };
  if (left >= HOUR_MS) return { kind: 'none' };
  return { kind: 'minutes', minutes: Math.ceil(left / MINUTE_MS) };
}
