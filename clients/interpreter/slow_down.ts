import type { Signal } from '$kit/protocol';

/** Long enough that a double tap asks once; the signal is shown for longer. */
export const LOCK_MS = 5000;

/** `locked`: this screen just asked. `seen`: the signal is on the speaker's screen, from any booth. */
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
