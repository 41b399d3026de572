import type { Inscription } from '$kit/protocol';

type Limited = Pick<Inscription, 'allottedMs' | 'shortestMs' | 'longestMs'>;

const STEP_MS = 30_000;
/**
 * The allotted time one step less (-1) or more (+1), in milliseconds, within the limits; undefined
 * if nothing changes.
 */
export function stepped(
  { allottedMs, shortestMs, longestMs }: Limited,
  by: -1 | 1,
): number | undefined {
  const wanted = allottedMs + by * STEP_MS;
  const within = wanted < shortestMs ? shortestMs : wanted > longestMs ? longestMs : wanted;
  return within === allottedMs ? undefined : within;
}
