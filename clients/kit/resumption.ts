import type { DayView } from './day';
import { turn as t } from './i18n/turn';
import { clockOn } from './time';
import { awaitedAt } from './until';

/** When a suspended meeting goes on; undefined where that is not known. */
export function resumptionOn(screen: DayView): string | undefined {
  if (screen.meeting?.course !== 'COURSE_SUSPENDED') return undefined;
  const at = awaitedAt(screen.meeting);
  if (!at) return undefined;
  return at > screen.now ? t('resumes-at', { time: clockOn(screen, at) }) : t('resumes-shortly');
}
