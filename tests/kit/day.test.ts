import type { Course } from '$kit/protocol';
import { received } from './received';
import { expect, test } from 'vitest';
import { expectedOn, lateStartMs, type DayView } from '$kit/day';
import { AgendaSchema, MeetingSchema } from '$proto/room_pb';
import { HourSchema } from '$proto/table_pb';

const at = (hour: number, minute = 0) => Date.UTC(2018, 3, 11, hour, minute);
const planned = (id: string, hour: number, course: Course) => ({
  id,
  course,
  startsAtUnixMs: at(hour),
  endsAtUnixMs: at(hour + 1),
});

/** Nine, ten and eleven o'clock; the first was closed, the second runs and needs 42 minutes more. */
const day: DayView = {
  agenda: received(AgendaSchema, {
    meetings: [
      planned('nine', 9, 'COURSE_CLOSED'),
      planned('ten', 10, 'COURSE_OPEN'),
      planned('eleven', 11, 'COURSE_PLANNED'),
      planned('noon', 12, 'COURSE_PLANNED'),
    ],
  }),
  meeting: received(MeetingSchema, { id: 'ten', openedAtUnixMs: at(10, 4) }),
  hour: received(HourSchema, {
    dueAtUnixMs: at(11),
    waitingMs: 30 * 60_000,
    reserveLeftMs: 12 * 60_000,
  }),
  statement: undefined,
  now: at(10, 30),
};

test('a meeting that runs late moves those after it', () => {
  const starts = Object.fromEntries(expectedOn(day).map(({ id, startsMs }) => [id, startsMs]));
  expect(starts).toEqual({ nine: at(9), ten: at(10, 4), eleven: at(11, 12), noon: at(12, 12) });
});

/** When eleven o'clock's meeting is expected, as the one at ten was closed. */
function afterClosing(closedAtUnixMs: number): number | undefined {
  const closed = {
    ...day,
    agenda: received(AgendaSchema, {
      meetings: [planned('ten', 10, 'COURSE_CLOSED'), planned('eleven', 11, 'COURSE_PLANNED')],
    }),
    hour: received(HourSchema, { dueAtUnixMs: at(11), closedAtUnixMs }),
    now: closedAtUnixMs,
  };
  return expectedOn(closed).find(({ id }) => id === 'eleven')?.startsMs;
}

test('a meeting that closed late moves the next one; one that closed in time does not', () => {
  expect(afterClosing(at(11, 5))).toBe(at(11, 5));
  expect(afterClosing(at(10, 55))).toBe(at(11));
});

test('a meeting on another day is not moved', () => {
  const tomorrow = {
    ...planned('tomorrow', 11, 'COURSE_PLANNED'),
    startsAtUnixMs: at(34),
    endsAtUnixMs: at(35),
  };
  const agenda = received(AgendaSchema, {
    meetings: [planned('ten', 10, 'COURSE_OPEN'), tomorrow],
  });
  expect(expectedOn({ ...day, agenda })[1]).toMatchObject({ id: 'tomorrow', startsMs: at(34) });
});

test('a meeting is late from one minute on', () => {
  expect(lateStartMs(at(10), { startsMs: at(10, 1) })).toBe(at(10, 1));
  expect(lateStartMs(at(10), { startsMs: at(10, 1) - 1 })).toBeUndefined();
  expect(lateStartMs(at(10), { startsMs: at(10) })).toBeUndefined();
  expect(lateStartMs(at(10), undefined)).toBeUndefined();
});
