import type { Inscription } from '$proto/room_pb';

const STEP_MS = 30_000n;

/**
 * The allotted time one step less (-1) or more (+1), in milliseconds, within the limits; undefined
 * where that is no change.
 */
export function stepped(
  {
    allottedMs,
    shortestMs,
    longestMs,
  }: Pick<Inscription, 'allottedMs' | 'shortestMs' | 'longestMs'>,
  by: -1 | 1,
): bigint | undefined {
  const wanted = allottedMs + BigInt(by) * STEP_MS;
  const within = wanted < shortestMs ? shortestMs : wanted > longestMs ? longestMs : wanted;
  return within === allottedMs ? undefined : within;
}
