/**
 * The delay before the next attempt to reconnect, in milliseconds: short in the first minute, when the
 * room is watching; the jitter spreads a thousand screens.
 *
 * @param attempts failed since the link was lost
 * @param random 0 to below 1
 */
export function retryDelayMs(attempts: number, lostForMs: number, random: number): number {
  const longest = lostForMs < 60_000 ? 1000 : 5000;
  const full = Math.min(longest, 200 * 2 ** Math.min(attempts, 10));
  return full * (0.5 + random / 2);
}
