import { remainingMs } from '$kit/countdown';
import { forecast, type Forecast } from '$kit/hour';
import { sharesBudget } from '$kit/queue_position';
import type { Room } from '$kit/protocol';
import { leftOf, takesTime, waitingOf } from './list';

/** A stretch of the hour that belongs to one inscription, or is kept for questions. */
export interface TimelineSegment {
  /**
   * Turns that have ended, the turn in progress, what is left of it, who is still to come, and the
   * reserve for questions.
   */
  kind: 'spoken' | 'speaking' | 'left' | 'coming' | 'reserve';
  inscriptionId: string;
  fromMs: number;
  toMs: number;
}

/** The picture of a meeting's hour. All in Unix milliseconds by the server's clock. */
export interface Timeline extends Forecast {
  /** The opening, or the planned start. */
  fromMs: number;
  /** When the meeting is due to end. */
  dueMs: number;
  /** Where the picture ends: at the due end, or later where that is not enough. */
  toMs: number;
  /** Undefined if now is outside the picture. */
  nowMs: number | undefined;
  /** When the interpreters leave; undefined if unknown. */
  hardStopMs: number | undefined;
  /** One after another, in the order of the clock. */
  segments: TimelineSegment[];
}

/** Undefined in an empty room. */
export function timelineOf(room: Room, now: number): Timeline | undefined {
  const { meeting, hour } = room;
  if (!meeting?.id || !hour) return undefined;
  const planned = meeting.course === 'COURSE_PLANNED';
  const closed = meeting.course === 'COURSE_CLOSED';
  const fromMs = planned ? meeting.startsAtUnixMs : meeting.openedAtUnixMs;
  const dueMs = hour.dueAtUnixMs;
  // A planned hour that is long over will be held another time: it is shown as planned.
  const present = planned ? Math.max(fromMs, now < dueMs ? now : fromMs) : now;
  const statement = room.floor?.statement;
  const remaining = statement ? remainingMs(statement, now) : 0;
  const predicted = forecast(hour, remaining, present);

  const segments = [
    ...spoken(room),
    ...speaking(room, now),
    ...(closed ? [] : ahead(room, Math.max(present, hour.beginsAtUnixMs), remaining)),
  ];
  const lastMs = Math.max(predicted.endMs, segments.at(-1)?.toMs ?? 0);
  const toMs = Math.max(dueMs, lastMs);
  return {
    ...predicted,
    fromMs,
    dueMs,
    toMs,
    nowMs: now >= fromMs && now <= toMs && !closed ? now : undefined,
    hardStopMs: hour.hardStopAtUnixMs || undefined,
    segments,
  };
}

function spoken(room: Room): TimelineSegment[] {
  return (room.meeting?.turns ?? []).map(({ inscriptionId, fromUnixMs, toUnixMs }) => ({
    kind: 'spoken',
    inscriptionId,
    fromMs: fromUnixMs,
    toMs: toUnixMs,
  }));
}

function speaking(room: Room, now: number): TimelineSegment[] {
  const statement = room.floor?.statement;
  if (!statement) return [];
  const fromMs = statement.givenAtUnixMs;
  const { inscriptionId } = statement;
  return [{ kind: 'speaking', inscriptionId, fromMs, toMs: Math.max(fromMs, now) }];
}

/**
 * What is left of the statement in progress, the one it interrupted, everybody who waits and is not
 * absent, and the reserve, one after another.
 */
function ahead(room: Room, from: number, remaining: number): TimelineSegment[] {
  const segments: TimelineSegment[] = [];
  let fromMs = from;
  const append = (kind: 'left' | 'coming' | 'reserve', inscriptionId: string, ms: number) => {
    if (ms <= 0) return;
    segments.push({ kind, inscriptionId, fromMs, toMs: fromMs + ms });
    fromMs += ms;
  };
  const { statement, interrupted } = room.floor ?? {};
  if (statement) append('left', statement.inscriptionId, remaining);
  if (interrupted) append('coming', interrupted.inscriptionId, interrupted.remainingMs);
  const budgets = new Map(room.list?.rounds.map(({ id, waitingMs }) => [id, waitingMs]));
  for (const { inscription, delegation } of waitingOf(room)) {
    if (!takesTime(delegation)) continue;
    const { id, roundId } = inscription;
    append(
      'coming',
      id,
      sharesBudget(inscription) ? (budgets.get(roundId) ?? 0) : leftOf(inscription),
    );
    // The first answer may take it all: the others share what it leaves.
    budgets.delete(roundId);
  }
  append('reserve', '', room.hour?.reserveLeftMs ?? 0);
  return segments;
}
