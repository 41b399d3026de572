/**
 * How long to wait before the next attempt to reconnect. In a room that lost its server everybody
 * is watching, so the first minute is quick; the jitter keeps a thousand screens from knocking at
 * the same moment.
 *
 * @param attempts attempts that have failed since the link was lost
 * @param lostForMs time since the link was lost
 * @param random 0 to below 1
 * @returns milliseconds
 */
export function retryDelayMs(attempts: number, lostForMs: number, random: number): number {
  const longest = lostForMs < 60_000 ? 1000 : 5000;
  const full = Math.min(longest, 200 * 2 ** Math.min(attempts, 10));
  return full * (0.5 + random / 2);
}
