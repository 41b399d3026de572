import { dayOf } from '$kit/time';
import { lateStartMs } from '$kit/day';
import type { Agenda, ExpectedMeeting, MeetingSummary } from '$kit/protocol';

/** What the lobby shows of a room: the meetings of one day. */
export interface Day {
  isToday: boolean;
  /** An instant of that day; undefined when there is no meeting to come. */
  atUnixMs: number | undefined;
  meetings: MeetingSummary[];
}

/** Today's meetings in the room's own time zone or, without any, those of the next day that has. */
export function dayToShow({ timeZone, meetings }: Agenda, now: number): Day {
  const today = dayOf(now, timeZone);
  const on = (day: string) =>
    meetings.filter(({ startsAtUnixMs }) => dayOf(startsAtUnixMs, timeZone) === day);
  if (on(today).length > 0) return { isToday: true, atUnixMs: now, meetings: on(today) };
  const next = meetings.map(({ startsAtUnixMs }) => startsAtUnixMs).filter((start) => start > now);
  if (next.length === 0) return { isToday: false, atUnixMs: undefined, meetings: [] };
  const atUnixMs = Math.min(...next);
  return { isToday: false, atUnixMs, meetings: on(dayOf(atUnixMs, timeZone)) };
}

/** When a meeting to come is expected to start, where that is later than planned. */
export function expectedStart(
  meeting: MeetingSummary,
  expected: readonly ExpectedMeeting[],
): number | undefined {
  if (meeting.course !== 'COURSE_PLANNED') return undefined;
  const found = expected.find(({ meetingId }) => meetingId === meeting.id);
  return lateStartMs(meeting.startsAtUnixMs, found && { startsMs: found.startsAtUnixMs });
}
