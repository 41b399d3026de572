import { lateStartOn, type DayView } from './day';
import { turn as t } from './i18n/turn';
import { clockOn } from './time';
import { awaitedAt, digitsUntil } from './until';

/** When a suspended meeting goes on; undefined where that is not known. */
export function resumptionOn(screen: DayView): string | undefined {
  if (screen.meeting?.course !== 'COURSE_SUSPENDED') return undefined;
  const at = awaitedAt(screen.meeting);
  if (!at) return undefined;
  return at > screen.now ? t('resumes-at', { time: clockOn(screen, at) }) : t('resumes-shortly');
}

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
