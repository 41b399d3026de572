import { expect, test } from 'vitest';
import type { AgendaJson, MeetingSummaryJson } from '$proto/room_pb';
import { dayToShow, expectedStart } from '../../../clients/lobby/programme';

const geneva = (day: number, hour: number) => Date.UTC(2018, 3, day, hour - 2);

const agenda: AgendaJson = {
  timeZone: 'Europe/Zurich',
  meetings: [
    { id: 'azerbaijan', startsAtUnixMs: String(geneva(11, 9)) },
    { id: 'cuba', startsAtUnixMs: String(geneva(11, 23)) },
    { id: 'germany', startsAtUnixMs: String(geneva(13, 9)) },
  ],
};

const ids = (now: number) => dayToShow(agenda, now).meetings.map(({ id }) => id);

test('today is the day of the room, from midnight to midnight', () => {
  expect(ids(geneva(11, 0))).toEqual(['azerbaijan', 'cuba']);
  expect(ids(geneva(11, 23))).toEqual(['azerbaijan', 'cuba']);
  expect(dayToShow(agenda, geneva(11, 0)).isToday).toBe(true);
});

test('on a day without meetings the next ones are shown', () => {
  expect(dayToShow(agenda, geneva(12, 10))).toMatchObject({
    isToday: false,
    atUnixMs: geneva(13, 9),
    meetings: [{ id: 'germany' }],
  });
  expect(ids(geneva(10, 10))).toEqual(['azerbaijan', 'cuba']);
});

test('after the last day there is nothing to show', () => {
  expect(dayToShow(agenda, geneva(14, 10))).toEqual({
    isToday: false,
    atUnixMs: undefined,
    meetings: [],
  });
});

test('a meeting to come that will be late is told when it is expected', () => {
  const meeting = { id: 'cuba', course: 'COURSE_PLANNED', startsAtUnixMs: `${geneva(11, 10)}` };
  const at = (minutes: number) => [
    { meetingId: 'cuba', startsAtUnixMs: `${geneva(11, 10) + minutes * 60_000}` },
  ];
  const start = (course: string, minutes: number) =>
    expectedStart({ ...meeting, course } as MeetingSummaryJson, at(minutes));
  expect(start('COURSE_PLANNED', 12)).toBe(geneva(11, 10) + 720_000);
  expect(start('COURSE_PLANNED', 0)).toBeUndefined();
  expect(start('COURSE_OPEN', 12)).toBeUndefined();
});
