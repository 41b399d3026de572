import { expect, test } from 'vitest';
import type { Course } from '$kit/protocol';
import { expectedStart, startsIn } from '../../display/schedule';
import { room } from './rooms';

const tenOClock = Date.UTC(2018, 3, 11, 8, 0, 0);

test('an hour or more ahead, the time of day says enough', () => {
  expect(startsIn(tenOClock, tenOClock - 3_600_000)).toEqual({ kind: 'none' });
  expect(startsIn(tenOClock, tenOClock - 90_000_000)).toEqual({ kind: 'none' });
});

test('within the hour it is told in minutes that have begun', () => {
  expect(startsIn(tenOClock, tenOClock - 3_599_999)).toEqual({ kind: 'minutes', minutes: 60 });
  expect(startsIn(tenOClock, tenOClock - 720_000)).toEqual({ kind: 'minutes', minutes: 12 });
  expect(startsIn(tenOClock, tenOClock - 719_999)).toEqual({ kind: 'minutes', minutes: 12 });
  expect(startsIn(tenOClock, tenOClock - 1)).toEqual({ kind: 'minutes', minutes: 1 });
});

test('once its time has come a meeting starts shortly, however late it is', () => {
  expect(startsIn(tenOClock, tenOClock)).toEqual({ kind: 'shortly' });
  expect(startsIn(tenOClock, tenOClock + 1_800_000)).toEqual({ kind: 'shortly' });
});

/** Cuba's hour from ten o'clock, as it stands; then Canada's, planned for eleven. */
function day(course: Course, hour: { closedAtUnixMs?: number; waitingMs?: number }) {
  const at = (minutes: number) => tenOClock + minutes * 60_000;
  const meetings = [
    { id: 'cuba', course, startsAtUnixMs: at(0), endsAtUnixMs: at(60) },
    {
      id: 'canada',
      course: 'COURSE_PLANNED' as const,
      startsAtUnixMs: at(60),
      endsAtUnixMs: at(120),
    },
    {
      id: 'next-day',
      course: 'COURSE_PLANNED' as const,
      startsAtUnixMs: at(1440),
      endsAtUnixMs: at(1500),
    },
  ];
  const agenda = { currentMeetingId: 'cuba', timeZone: 'Europe/Zurich', meetings };
  return room(course, { agenda, hour: { dueAtUnixMs: at(60), ...hour } });
}
const minutesAfterTen = (ms: number | undefined) => ms && (ms - tenOClock) / 60_000;

test('a meeting that will end late moves the next one, and nothing on another day', () => {
  const late = day('COURSE_OPEN', { waitingMs: 22 * 60_000 });
  const now = tenOClock + 50 * 60_000;
  expect(minutesAfterTen(expectedStart(late, 'canada', now))).toBe(72);
  expect(minutesAfterTen(expectedStart(late, 'next-day', now))).toBe(1440);
});

test('a meeting that was closed late moves the next one; closed in time, it moves nothing', () => {
  const late = day('COURSE_CLOSED', { closedAtUnixMs: tenOClock + 65 * 60_000 });
  expect(minutesAfterTen(expectedStart(late, 'canada', tenOClock + 65 * 60_000))).toBe(65);
  const inTime = day('COURSE_CLOSED', { closedAtUnixMs: tenOClock + 55 * 60_000 });
  expect(minutesAfterTen(expectedStart(inTime, 'canada', tenOClock + 56 * 60_000))).toBe(60);
});

test('only a meeting that is still planned is expected', () => {
  const open = day('COURSE_OPEN', {});
  expect(expectedStart(open, 'cuba', tenOClock)).toBeUndefined();
  expect(expectedStart(open, 'no-such', tenOClock)).toBeUndefined();
  expect(expectedStart(undefined, 'canada', tenOClock)).toBeUndefined();
});
