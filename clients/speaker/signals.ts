import type { Signal, SignalKind, Statement } from '$kit/protocol';

const forSpeakers: readonly SignalKind[] = [
  'SIGNAL_KIND_CONCLUDE',
  'SIGNAL_KIND_SLOW_DOWN',
  'SIGNAL_KIND_MICROPHONE',
  'SIGNAL_KIND_TEXT',
];

/**
 * The newest signal that a device shows. A signal without a delegation is for the speaker at that time.
 *
 * @param mine the delegation of this device; undefined on a lectern, which shows the current speaker's
 */
export function signalFor(
  mine: string | undefined,
  signals: readonly Signal[],
  statement: Pick<Statement, 'delegationId' | 'givenAtUnixMs'> | undefined,
  now: number,
): Signal | undefined {
  const reader = mine ?? statement?.delegationId;
  return signals.findLast((signal) => {
    if (!forSpeakers.includes(signal.kind) || signal.untilUnixMs <= now) return false;
    if (signal.delegationId) return signal.delegationId === reader;
    if (!statement || statement.delegationId !== reader) return false;
    return signal.sentAtUnixMs >= statement.givenAtUnixMs;
  });
}
