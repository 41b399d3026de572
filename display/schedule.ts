import { remainingMs } from '$kit/countdown';
import { expectedMeetings, forecast, type MeetingOfTheDay } from '$kit/hour';
import type { Room } from '$kit/protocol';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * How long until a planned meeting starts: `shortly` once its time has come, since it starts when the
 * chair opens it; `none` while it is an hour or more away, when its time of day says enough.
 */
export type StartsIn =
  { kind: 'none' } | { kind: 'minutes'; minutes: number } | { kind: 'shortly' };

/** @param now the server's clock, in Unix milliseconds */
export function startsIn(startsAtMs: number, now: number): StartsIn {
  const left = startsAtMs - now;
  if (left <= 0) return { kind: 'shortly' };
  if (left >= HOUR_MS) return { kind: 'none' };
  return { kind: 'minutes', minutes: Math.ceil(left / MINUTE_MS) };
}

/**
 * When a meeting of the room can be expected to start, in Unix milliseconds, as those before it
 * stand; undefined of one that is not in the programme, or that needs no expecting any more.
 */
export function expectedStart(room: Room | undefined, id: string, now: number): number | undefined {
  const { meetings = [], currentMeetingId } = room?.agenda ?? {};
  const wanted = meetings.find((meeting) => meeting.id === id);
  if (!room || wanted?.course !== 'COURSE_PLANNED') return undefined;
  const ofTheDay = meetings.map((meeting): MeetingOfTheDay => {
    const { id, course } = meeting;
    const planned = {
      id,
      startsMs: meeting.startsAtUnixMs,
      endsMs: meeting.endsAtUnixMs,
    };
    if (course === 'COURSE_PLANNED') return planned;
    // Of another meeting than the current one a display knows the plan alone.
    const toMs = id === currentMeetingId ? endOfCurrent(room, now) : undefined;
    return { ...planned, held: { fromMs: planned.startsMs, toMs: toMs ?? planned.endsMs } };
  });
  return expectedMeetings(ofTheDay, now).find((meeting) => meeting.id === id)?.startsMs;
}

/** When the current meeting ends as things stand, or was closed. */
function endOfCurrent({ hour, floor }: Room, now: number): number | undefined {
  if (!hour) return undefined;
  const left = floor?.statement ? remainingMs(floor.statement, now) : 0;
  return forecast(hour, left, now).endMs;
}
