import { expect, test } from 'vitest';
import { awaitedAt, digitsUntil, nextChangeUntilMs } from '$kit/until';

const at = Date.UTC(2018, 3, 11, 9, 15);

test('a planned meeting awaits its opening, a suspended one its return, an open one nothing', () => {
  const times = { startsAtUnixMs: 1000, resumesAtUnixMs: 2000 };
  expect(awaitedAt({ course: 'COURSE_PLANNED', ...times })).toBe(1000);
  expect(awaitedAt({ course: 'COURSE_SUSPENDED', ...times })).toBe(2000);
  expect(awaitedAt({ course: 'COURSE_OPEN', ...times })).toBe(0);
  expect(awaitedAt(undefined)).toBe(0);
});

test('the last hour is counted by the second, and nothing after it', () => {
  expect(digitsUntil(at, at - 3_600_000)).toBeUndefined();
  expect(digitsUntil(at, at - 3_599_000)).toBe('59:59');
  expect(digitsUntil(at, at - 754_500)).toBe('12:35');
  expect(digitsUntil(at, at - 1)).toBe('0:01');
  expect(digitsUntil(at, at)).toBeUndefined();
  expect(digitsUntil(0, at)).toBeUndefined();
});

test('a screen wakes when the digits change, and once when they begin', () => {
  expect(nextChangeUntilMs(at, at - 754_500)).toBe(at - 754_000);
  expect(nextChangeUntilMs(at, at - 754_000)).toBe(at - 753_000);
  expect(nextChangeUntilMs(at, at - 7_200_000)).toBe(at - 3_599_999);
  expect(nextChangeUntilMs(at, at)).toBeUndefined();
});
