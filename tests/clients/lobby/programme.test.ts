import { expect, test } from 'vitest';
import type { Course } from '$kit/protocol';
import { ExpectedMeetingSchema } from '$proto/http_pb';
import { AgendaSchema, MeetingSummarySchema } from '$proto/room_pb';
import { received } from '../../kit/received';
import { dayToShow, expectedStart } from '../../../clients/lobby/programme';

const geneva = (day: number, hour: number) => Date.UTC(2018, 3, day, 0, (hour - 2) * 60);

const agenda = received(AgendaSchema, {
  timeZone: 'Europe/Zurich',
  meetings: [
    { id: 'azerbaijan', startsAtUnixMs: geneva(11, 9) },
    { id: 'cuba', startsAtUnixMs: geneva(11, 23) },
    { id: 'germany', startsAtUnixMs: geneva(13, 9) },
  ],
});

const ids = (now: number) => dayToShow(agenda, now).meetings.map(({ id }) => id);

test('today is the day in the room’s time zone', () => {
  expect(ids(geneva(11, 0))).toEqual(['azerbaijan', 'cuba']);
  expect(ids(geneva(11, 23))).toEqual(['azerbaijan', 'cuba']);
  expect(dayToShow(agenda, geneva(11, 0)).isToday).toBe(true);
});

test('what goes on is shown, also after midnight and on another day than planned', () => {
  const late = { id: 'late', startsAtUnixMs: geneva(11, 23.75), endsAtUnixMs: geneva(12, 0.75) };
  const shown = (course: Course, now: number) => {
    const of = received(AgendaSchema, {
      timeZone: 'Europe/Zurich',
      meetings: [
        { ...late, course: 'COURSE_PLANNED' },
        { id: 'germany', startsAtUnixMs: geneva(13, 9), course },
      ],
    });
    return dayToShow(of, now).meetings.map(({ id }) => id);
  };
  expect(shown('COURSE_PLANNED', geneva(12, 0.5))).toEqual(['late']);
  expect(shown('COURSE_PLANNED', geneva(12, 1))).toEqual(['germany']);
  expect(shown('COURSE_OPEN', geneva(11, 12))).toEqual(['late', 'germany']);
  expect(shown('COURSE_SUSPENDED', geneva(12, 0.5))).toEqual(['late', 'germany']);
});

test('on a day without meetings the next ones are shown', () => {
  expect(dayToShow(agenda, geneva(12, 10))).toMatchObject({
    isToday: false,
    atUnixMs: geneva(13, 9),
    meetings: [{ id: 'germany' }],
  });
  expect(ids(geneva(10, 10))).toEqual(['azerbaijan', 'cuba']);
});

test('what is open is shown on any day, and what is due until its end', () => {
  const meeting = (id: string, startsAt: number, minutes: number, course: Course) =>
    received(MeetingSummarySchema, {
      id,
      course,
      startsAtUnixMs: startsAt,
      endsAtUnixMs: startsAt + minutes * 60_000,
    });
  const shown = (now: number, course: Course) =>
    dayToShow(
      {
        ...agenda,
        meetings: [
          meeting('before', geneva(10, 9), 60, 'COURSE_CLOSED'),
          meeting('midnight', geneva(11, 23), 120, course),
          meeting('later', geneva(20, 9), 60, course),
        ],
      },
      now,
    ).meetings.map(({ id }) => id);
  expect(shown(geneva(11, 24.5), 'COURSE_PLANNED')).toEqual(['midnight']);
  expect(shown(geneva(11, 25.5), 'COURSE_PLANNED')).toEqual(['later']);
  for (const course of ['COURSE_OPEN', 'COURSE_SUSPENDED'] as const)
    expect(shown(geneva(12, 9), course)).toEqual(['midnight', 'later']);
});

test('after the last day there is nothing to show', () => {
  expect(dayToShow(agenda, geneva(14, 10))).toEqual({
    isToday: false,
    atUnixMs: undefined,
    meetings: [],
  });
});

test('a late meeting has an expected start', () => {
  const at = (minutes: number) => [
    received(ExpectedMeetingSchema, {
      meetingId: 'cuba',
      startsAtUnixMs: geneva(11, 10) + minutes * 60_000,
    }),
  ];
  const start = (course: Course, minutes: number) => {
    const startsAtUnixMs = geneva(11, 10);
    const meeting = received(MeetingSummarySchema, { id: 'cuba', course, startsAtUnixMs });
    return expectedStart(meeting, at(minutes));
  };
  expect(start('COURSE_PLANNED', 12)).toBe(geneva(11, 10) + 720_000);
  expect(start('COURSE_PLANNED', 0)).toBeUndefined();
  expect(start('COURSE_OPEN', 12)).toBeUndefined();
});
