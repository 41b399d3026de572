import { remainingMs } from './countdown';
import { expectedMeetings, forecast, type ExpectedMeeting } from './hour';
import type { MeetingSummary } from './protocol';
import type { RoomScreen } from './room_screen.svelte';

/** The parts of a Screen that tell how its day goes. */
export type DayView = Pick<RoomScreen, 'agenda' | 'meeting' | 'hour' | 'statement' | 'now'>;

/** When each meeting of a screen's room can be expected, as things stand. */
export function expectedOn(seen: DayView): ExpectedMeeting[] {
  const { agenda, meeting, hour, statement, now } = seen;
  const meetings = (agenda?.meetings ?? []).map((each) => {
    const startsMs = each.startsAtUnixMs;
    const endsMs = each.endsAtUnixMs;
    if (each.course === 'COURSE_PLANNED') return { id: each.id, startsMs, endsMs };
    // Of a meeting that was closed before the current one, a screen knows the plan only.
    if (each.id !== meeting?.id || !hour) {
      return { id: each.id, startsMs, endsMs, held: { fromMs: startsMs, toMs: endsMs } };
    }
    const left = statement ? remainingMs(statement, now) : 0;
    const fromMs = meeting.openedAtUnixMs || startsMs;
    return {
      id: each.id,
      startsMs,
      endsMs,
      held: { fromMs, toMs: forecast(hour, left, now).endMs },
    };
  });
  return expectedMeetings(meetings, now);
}

/** A meeting that is expected this little after its planned start is on time. */
const LATE_FROM_MS = 60_000;

/** When a meeting is expected to start, where that is a minute or more after its planned start. */
export function lateStartMs(
  plannedMs: number,
  expected: Pick<ExpectedMeeting, 'startsMs'> | undefined,
): number | undefined {
  if (!expected || expected.startsMs - plannedMs < LATE_FROM_MS) return undefined;
  return expected.startsMs;
}

/** The same of a meeting of a screen's room. */
export function lateStartOn(
  screen: DayView,
  { id, startsAtUnixMs }: Pick<MeetingSummary, 'id' | 'startsAtUnixMs'>,
): number | undefined {
  const expected = expectedOn(screen).find((each) => each.id === id);
  return lateStartMs(startsAtUnixMs, expected);
}
