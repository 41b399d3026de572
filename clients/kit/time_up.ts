import { isPaused, phaseOf, type Phase } from './countdown';
import type { Statement } from './protocol';

/** What a screen last saw of the floor, for telling when time runs out under its eyes. */
export interface Seen {
  statementId: string;
  phase: Phase;
  running: boolean;
}

export function seenOf(statement: Statement | undefined, now: number): Seen | undefined {
  // A silence is not timed.
  if (!statement || statement.silence) return undefined;
  return {
    statementId: statement.id,
    phase: phaseOf(statement, now),
    running: !isPaused(statement),
  };
}

/**
 * Whether time ran out between two looks at the floor: while the same statement was running, and
 * not on a screen that came too late to see it.
 */
export function timeIsUp(before: Seen | undefined, now: Seen | undefined): boolean {
  return (
    before !== undefined &&
    now !== undefined &&
    before.statementId === now.statementId &&
    now.running &&
    before.phase !== 'up' &&
    now.phase === 'up'
  );
}
