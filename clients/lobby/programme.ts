import { dayOf } from '$kit/time';
import { lateStartMs } from '$kit/day';
import type { Agenda, ExpectedMeeting, MeetingSummary } from '$kit/protocol';

/** The meetings of one day of a room, for the lobby. */
export interface Day {
  isToday: boolean;
  /** An instant of that day; undefined without a meeting to come. */
  atUnixMs: number | undefined;
  meetings: MeetingSummary[];
}

/** Whether a meeting is under way, or will be, though it was planned for another day or began before midnight. */
function goesOn({ course, startsAtUnixMs, endsAtUnixMs }: MeetingSummary, now: number): boolean {
  if (course === 'COURSE_OPEN' || course === 'COURSE_SUSPENDED') return true;
  return course === 'COURSE_PLANNED' && startsAtUnixMs <= now && now < endsAtUnixMs;
}

/** Today's meetings in the room's time zone with those that go on, or those of the next day with any. */
export function dayToShow({ timeZone, meetings }: Agenda, now: number): Day {
  const today = dayOf(now, timeZone);
  const on = (day: string) =>
    meetings.filter(({ startsAtUnixMs }) => dayOf(startsAtUnixMs, timeZone) === day);
  const todays = meetings.filter(
    (meeting) => dayOf(meeting.startsAtUnixMs, timeZone) === today || goesOn(meeting, now),
  );
  if (todays.length > 0) return { isToday: true, atUnixMs: now, meetings: todays };
  const next = meetings.map(({ startsAtUnixMs }) => startsAtUnixMs).filter((start) => start > now);
  if (next.length === 0) return { isToday: false, atUnixMs: undefined, meetings: [] };
  const atUnixMs = Math.min(...next);
  return { isToday: false, atUnixMs, meetings: on(dayOf(atUnixMs, timeZone)) };
}

/** The expected start of a planned meeting that is late. */
export function expectedStart(
  meeting: MeetingSummary,
  expected: readonly ExpectedMeeting[],
): number | undefined {
  if (meeting.course !== 'COURSE_PLANNED') return undefined;
  const found = expected.find(({ meetingId }) => meetingId === meeting.id);
  return lateStartMs(meeting.startsAtUnixMs, found && { startsMs: found.startsAtUnixMs });
}
