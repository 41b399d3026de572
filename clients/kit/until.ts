import { digits } from './countdown';
import type { Meeting } from './protocol';

/** The last hour before it is counted down by the second. */
const COUNTED_MS = 3_600_000;

type Awaits = Pick<Meeting, 'course' | 'startsAtUnixMs' | 'resumesAtUnixMs'>;

/** What everybody waits for: the planned opening, or the resumption; 0 if its time is not known. */
export function awaitedAt(meeting: Awaits | undefined): number {
  if (meeting?.course === 'COURSE_PLANNED') return meeting.startsAtUnixMs;
  return meeting?.course === 'COURSE_SUSPENDED' ? meeting.resumesAtUnixMs : 0;
}

/** How long until then, as digits; undefined outside its last hour. */
export function digitsUntil(atMs: number, now: number): string | undefined {
  const left = atMs - now;
  return left > 0 && left < COUNTED_MS ? digits(left) : undefined;
}

/** When `digitsUntil` next changes; undefined if it never does. */
export function nextChangeUntilMs(atMs: number, now: number): number | undefined {
  const left = atMs - now;
  if (left <= 0) return undefined;
  if (left >= COUNTED_MS) return atMs - COUNTED_MS + 1;
  return now + (left % 1000 || 1000);
}
