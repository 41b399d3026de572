import { remainingMs } from './countdown';
import { expectedMeetings, forecast, type ExpectedMeeting } from './hour';
import type { MeetingSummary } from './protocol';
import type { RoomScreen } from './room_screen.svelte';

export type DayView = Pick<RoomScreen, 'agenda' | 'meeting' | 'hour' | 'statement' | 'now'>;

/** The expected times of the meetings of a screen's room. */
export function expectedOn(seen: DayView): ExpectedMeeting[] {
  const { agenda, meeting, hour, statement, now } = seen;
  const meetings = (agenda?.meetings ?? []).map((each) => {
    const startsMs = each.startsAtUnixMs;
    const endsMs = each.endsAtUnixMs;
    if (each.course === 'COURSE_PLANNED') return { id: each.id, startsMs, endsMs };
    // A screen knows only the plan of meetings that closed before the current one.
    if (each.id !== meeting?.id || !hour) {
      return { id: each.id, startsMs, endsMs, held: { fromMs: startsMs, toMs: endsMs } };
    }
    const left = statement ? remainingMs(statement, now) : 0;
    const fromMs = meeting.openedAtUnixMs || startsMs;
    const held = { fromMs, toMs: forecast(hour, left, now).endMs };
    return { id: each.id, startsMs, endsMs, held };
  });
  return expectedMeetings(meetings, now);
}

const LATE_FROM_MS = 60_000;

/** The expected start of a meeting that is late by a minute or more. */
export function lateStartMs(
  plannedMs: number,
  expected: Pick<ExpectedMeeting, 'startsMs'> | undefined,
): number | undefined {
  if (!expected || expected.startsMs - plannedMs < LATE_FROM_MS) return undefined;
  return expected.startsMs;
}

export function lateStartOn(
  screen: DayView,
  { id, startsAtUnixMs }: Pick<MeetingSummary, 'id' | 'startsAtUnixMs'>,
): number | undefined {
  const expected = expectedOn(screen).find((each) => each.id === id);
  return lateStartMs(startsAtUnixMs, expected);
}
