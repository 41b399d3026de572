import { received } from './received';
import { expect, test } from 'vitest';
import { seenOf, timeIsUp } from '$kit/time_up';
import { StatementSchema } from '$proto/room_pb';

/** Five minutes, running since 0. */
const look = (now: number, more = {}) => {
  const statement = received(StatementSchema, {
    id: '7',
    allottedMs: 300_000,
    warningMs: 60_000,
    runningSinceUnixMs: 1,
    ...more,
  });
  return seenOf(statement, now + 1);
};

test('time is up once, as the last second ends', () => {
  expect(timeIsUp(look(299_000), look(299_999))).toBe(false);
  expect(timeIsUp(look(299_999), look(300_000))).toBe(true);
  expect(timeIsUp(look(300_000), look(301_000))).toBe(false);
});

test('time is up again when added time runs out', () => {
  const added = { allottedMs: 330_000 };
  expect(timeIsUp(look(310_000, added), look(330_000, added))).toBe(true);
});

test('time is not up on a screen that opens in overtime or sees a new statement', () => {
  expect(timeIsUp(undefined, look(300_000))).toBe(false);
  expect(timeIsUp(look(299_999, { id: '6' }), look(300_000))).toBe(false);
});

test('taking time from a paused statement makes no sound', () => {
  const paused = { runningSinceUnixMs: 0, elapsedBeforeMs: 200_000 };
  expect(timeIsUp(look(0, paused), look(0, { ...paused, allottedMs: 100_000 }))).toBe(false);
});

test('a silence is not timed', () => {
  expect(timeIsUp(look(299_999, { silence: true }), look(300_000, { silence: true }))).toBe(false);
  expect(seenOf(undefined, 0)).toBeUndefined();
});
