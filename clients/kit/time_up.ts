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
 * Which phase a statement came to between two looks at the floor: undefined where it was so
 * already, or on a screen that came too late to see it.
 */
export function turned(before: Seen | undefined, now: Seen | undefined): Phase | undefined {
  if (!now || before?.statementId !== now.statementId) return undefined;
  return before.phase === now.phase ? undefined : now.phase;
}

export function timeIsUp(before: Seen | undefined, now: Seen | undefined): boolean {
  // Time that is taken from a paused statement makes no sound.
  return now?.running === true && turned(before, now) === 'up';
}
