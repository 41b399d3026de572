import { expect, test } from 'vitest';
import { expectedMeetings, fitOf, forecast, shownEndMs } from '$kit/hour';
import cases from '../cases/hour.json';

/** `1:30` is 90,000, `10:00:00` is ten o'clock, an empty text is 0. */
function ms(text: string | null): number {
  if (text === null) return 0;
  const seconds = text
    .replace('-', '')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
  return (text.startsWith('-') ? -1000 : 1000) * seconds;
}

test.each(cases.forecast)('$name', (row) => {
  const hour = {
    beginsAtUnixMs: ms(row.begins_at),
    dueAtUnixMs: ms(row.due_at),
    closedAtUnixMs: ms(row.closed_at),
    waitingMs: ms(row.waiting),
    reserveLeftMs: ms(row.reserve_left),
    questionMs: ms(row.question),
    answersOwedMs: ms(row.answers_owed),
  };
  expect(forecast(hour, ms(row.remaining), ms(row.now))).toEqual({
    endMs: ms(row.end),
    overMs: ms(row.over),
    questions: row.questions,
  });
});

test.each(cases.day)('$name', ({ now, meetings, expected }) => {
  const day = meetings.map(({ id, starts_at, ends_at, opened_at, end }) => ({
    id,
    startsMs: ms(starts_at),
    endsMs: ms(ends_at),
    held: opened_at === null ? undefined : { fromMs: ms(opened_at), toMs: ms(end) },
  }));
  expect(expectedMeetings(day, ms(now))).toEqual(
    expected.map(({ id, starts_at, ends_at }) => ({
      id,
      startsMs: ms(starts_at),
      endsMs: ms(ends_at),
    })),
  );
});

test.each([
  ['4 min 59 s to spare: 4 minutes before time', '-4:59', { kind: 'before', minutes: 4 }],
  ['exactly a minute to spare', '-1:00', { kind: 'before', minutes: 1 }],
  ['59 s to spare is on time', '-0:59', { kind: 'onTime' }],
  ['29 s over is on time', '0:29', { kind: 'onTime' }],
  ['30 s over is a minute over', '0:30', { kind: 'over', minutes: 1 }],
  ['5 min 1 s over: 6 minutes over', '5:01', { kind: 'over', minutes: 6 }],
])('%s', (_, over, fit) => {
  expect(fitOf(ms(over))).toEqual(fit);
});

test.each([
  // Due at 10:00. At 09:58:40 one whole minute is left, and a clock would say 09:58.
  ['9:58:40', '9:59:00'],
  ['9:58:00', '9:58:00'],
  ['9:59:20', '10:00:00'],
  ['10:00:20', '10:00:00'],
  ['10:00:30', '10:01:00'],
  ['10:05:01', '10:06:00'],
])('an end at %s is shown as %s, as far from ten as the minutes next to it say', (end, shown) => {
  expect(shownEndMs(ms(end), ms(end) - ms('10:00:00'))).toBe(ms(shown));
});
