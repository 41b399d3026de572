import type { Signal } from '$kit/protocol';

/** Long enough that a double tap asks once; the signal is shown for longer. */
export const LOCK_MS = 5000;

/**
 * `locked`: this screen just asked. `seen`: the signal is on the speaker's screen, from any booth. `unseen`: it
 * should be, and no screen of the speaker's is there.
 */
export type Standing = 'ready' | 'locked' | 'seen' | 'unseen';

/** How long a screen may take to show it and to say so. */
export const SHOWN_WITHIN_MS = 2000;

/**
 * @param askedAtMs when this screen last asked, by the server's clock; 0 for never
 * @param isShown whether a screen of the room shows the signal of that id
 */
export function standingOf(
  signals: readonly Signal[],
  askedAtMs: number,
  now: number,
  isShown: (signalId: string) => boolean = () => true,
): Standing {
  const current = signals.findLast(
    ({ kind, from, untilUnixMs }) =>
      kind === 'SIGNAL_KIND_SLOW_DOWN' && from === 'ROLE_INTERPRETER' && untilUnixMs > now,
  );
  if (current && isShown(current.id)) return 'seen';
  if (current && now - current.sentAtUnixMs >= SHOWN_WITHIN_MS) return 'unseen';
  return askedAtMs > 0 && now - askedAtMs < LOCK_MS ? 'locked' : 'ready';
}
