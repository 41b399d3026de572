import type { Act, LostTime, Room } from '$kit/protocol';

/** What may be added to one statement in all: docs/procedure.md. */
const ADDED_MOST_MS = 600_000;
const SECOND = 1000;

/** The time without a server, to be given back to whoever speaks. */
export interface GiveBack {
  /** How long there was no server. */
  awayMs: number;
  /** What is given: what was not given back already, as far as the rules allow it. */
  givenMs: number;
  act: Act;
  /** Of the command: the same on every tablet, so that it is done once. */
  id: string;
}

/** Undefined when there is nothing to give, or nobody to give it to now. */
export function giveBackOf(room: Room, lost: LostTime | undefined): GiveBack | undefined {
  const statement = room.floor?.statement;
  if (!lost || statement?.silence || statement?.inscriptionId !== lost.inscriptionId) return;
  const inscription = room.list?.inscriptions.find(({ id }) => id === lost.inscriptionId);
  if (!inscription) return;
  const addedMs = inscription.addedMs;
  const sinceMs = Math.max(0, addedMs - lost.addedBeforeMs);
  // Whole seconds: what the button says is what is given.
  const awayMs = wholeSeconds(lost.awayMs);
  const givenMs = wholeSeconds(Math.min(awayMs - sinceMs, ADDED_MOST_MS - addedMs));
  if (givenMs <= 0) return;
  return {
    awayMs,
    givenMs,
    act: { case: 'addTime', value: { statementId: statement.id, addedMs: givenMs } },
    id: lost.commandId,
  };
}

function wholeSeconds(ms: number): number {
  return Math.floor(ms / SECOND) * SECOND;
}
