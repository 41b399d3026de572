import { isPaused, phaseOf, type Phase } from './countdown';
import type { Statement } from './protocol';

/** What a screen last showed of the floor: a change of phase is noticed by comparison. */
export interface Seen {
  statementId: string;
  phase: Phase;
  running: boolean;
}

export function seenOf(statement: Statement | undefined, now: number): Seen | undefined {
  // A silence is not timed.
  if (!statement || statement.silence) return undefined;
  const running = !isPaused(statement);
  return { statementId: statement.id, phase: phaseOf(statement, now), running };
}

/** The phase that a statement entered between two looks; undefined if it did not change or is a new statement. */
export function turned(before: Seen | undefined, now: Seen | undefined): Phase | undefined {
  if (!now || before?.statementId !== now.statementId) return undefined;
  return before.phase === now.phase ? undefined : now.phase;
}

export function timeIsUp(before: Seen | undefined, now: Seen | undefined): boolean {
  // Taking time from a paused statement makes no sound.
  return now?.running === true && turned(before, now) === 'up';
}
