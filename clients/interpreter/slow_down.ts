import type { Signal } from '$kit/protocol';

/** Long enough that a doubled tap asks once; the signal itself is shown for longer. */
export const LOCK_MS = 5000;

/**
 * - `ready`: it can be asked for
 * - `locked`: it was just asked for from this screen
 * - `seen`: it is on the speaker's screen, whoever asked for it
 */
export type Standing = 'ready' | 'locked' | 'seen';

/** @param askedAtMs when this screen last asked, by the server's clock; 0 for never */
export function standingOf(signals: readonly Signal[], askedAtMs: number, now: number): Standing {
  const shown = signals.some(
    ({ kind, from, untilUnixMs }) =>
      kind === 'SIGNAL_KIND_SLOW_DOWN' && from === 'ROLE_INTERPRETER' && untilUnixMs > now,
  );
  if (shown) return 'seen';
  return askedAtMs > 0 && now - askedAtMs < LOCK_MS ? 'locked' : 'ready';
}
