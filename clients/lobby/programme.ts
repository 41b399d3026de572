import { dayOf } from '$kit/time';
import { lateStartMs } from '$kit/day';
import type { ExpectedMeetingJson } from '$proto/http_pb';
import type { AgendaJson, MeetingSummaryJson } from '$proto/room_pb';

/** What the lobby shows of a room: the meetings of one day. */
export interface Day {
  isToday: boolean;
  /** An instant of that day; undefined when there is no meeting to come. */
  atUnixMs: number | undefined;
  meetings: MeetingSummaryJson[];
}

export const startOf = (meeting: MeetingSummaryJson) => Number(meeting.startsAtUnixMs ?? 0);
export const endOf = (meeting: MeetingSummaryJson) => Number(meeting.endsAtUnixMs ?? 0);

/** Today's meetings in the room's own time zone or, without any, those of the next day that has. */
export function dayToShow(agenda: AgendaJson, now: number): Day {
  const zone = agenda.timeZone ?? 'UTC';
  const today = dayOf(now, zone);
  const all = agenda.meetings ?? [];
  const on = (day: string) => all.filter((meeting) => dayOf(startOf(meeting), zone) === day);
  if (on(today).length > 0) return { isToday: true, atUnixMs: now, meetings: on(today) };
  const next = all.map(startOf).filter((start) => start > now);
  if (next.length === 0) return { isToday: false, atUnixMs: undefined, meetings: [] };
  const atUnixMs = Math.min(...next);
  return { isToday: false, atUnixMs, meetings: on(dayOf(atUnixMs, zone)) };
}

/** When a meeting to come is expected to start, where that is later than planned. */
export function expectedStart(
  meeting: MeetingSummaryJson,
  expected: readonly ExpectedMeetingJson[],
): number | undefined {
  if (meeting.course !== 'COURSE_PLANNED') return undefined;
  const found = expected.find(({ meetingId }) => meetingId === meeting.id);
  return lateStartMs(startOf(meeting), found && { startsMs: Number(found.startsAtUnixMs ?? 0) });
}
