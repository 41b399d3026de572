import { lateStartOn, type DayView } from './day';
import { awaitedAt, digitsUntil } from './until';

/**
 * How long until the opening or the resumption, as digits; undefined outside its last hour, and for a
 * meeting that is late.
 */
export function countdownOn(screen: DayView): string | undefined {
  const { meeting, now } = screen;
  if (!meeting) return undefined;
  if (meeting.course === 'COURSE_PLANNED' && lateStartOn(screen, meeting)) return undefined;
  return digitsUntil(awaitedAt(meeting), now);
}
