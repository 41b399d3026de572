import { expect, test } from 'vitest';
import { ServerClock } from '$kit/clock';

/** The server's clock minus the client's. */
const OFFSET = 1_523_430_000_000;

/** A round trip that leaves at `sent` and is answered after `out`, then takes `back` to return. */
function trip(sentMs: number, out: number, back: number, offset = OFFSET) {
  return { sentMs, receivedMs: sentMs + out + back, serverMs: sentMs + out + offset };
}

function errorAt(clock: ServerClock, clientMs: number, offset = OFFSET): number {
  return Math.abs(clock.serverNow(clientMs)! - (clientMs + offset));
}

test('nothing is known before the first round trip', () => {
  const clock = new ServerClock();
  expect(clock.serverNow(0)).toBeUndefined();
  expect(clock.proven(0)).toBe(false);
});

test('an even round trip gives the exact time', () => {
  const clock = new ServerClock();
  clock.feed(trip(100, 20, 20));
  expect(clock.serverNow(140)).toBe(140 + OFFSET);
});

test('the shortest round trips count, not the latest', () => {
  const clock = new ServerClock();
  clock.feed(trip(0, 2, 2));
  clock.feed(trip(100, 300, 5));
  clock.feed(trip(500, 5, 400));
  expect(errorAt(clock, 1000)).toBeLessThan(1);
});

test('the time is proven by three round trips of which the best is short enough', () => {
  const clock = new ServerClock();
  clock.feed(trip(0, 20, 20));
  clock.feed(trip(100, 20, 20));
  expect(clock.proven(200)).toBe(false);
  clock.feed(trip(200, 20, 20));
  expect(clock.proven(300)).toBe(true);

  const slow = new ServerClock();
  for (const at of [0, 1000, 2000]) slow.feed(trip(at, 150, 150));
  expect(slow.proven(3000)).toBe(false);
});

test('a time without new round trips is no longer proven', () => {
  const clock = new ServerClock();
  for (const at of [0, 100, 200]) clock.feed(trip(at, 20, 20));
  expect(clock.proven(60_000)).toBe(true);
  expect(clock.proven(1_200_000)).toBe(false);
});

test('drift is followed: 50 ms in an hour and a half never show as more than 2 ms', () => {
  const clock = new ServerClock();
  const drift = 1e-5;
  for (let at = 0; at < 5_400_000; at += 5000) {
    clock.feed(trip(at, 3, 3, OFFSET + at * drift));
    expect(errorAt(clock, at + 1000, OFFSET + (at + 1000) * drift)).toBeLessThan(2);
  }
});

test('a small correction never makes the shown time run backwards', () => {
  const clock = new ServerClock();
  clock.feed(trip(0, 200, 0));
  let before = clock.serverNow(303)!;
  clock.feed(trip(300, 2, 2));
  for (let at = 304; at < 3000; at += 8) {
    const now = clock.serverNow(at)!;
    expect(now).toBeGreaterThan(before);
    before = now;
  }
  expect(errorAt(clock, 3000)).toBeLessThan(2);
});

test('a large correction is made at once', () => {
  const clock = new ServerClock();
  clock.feed(trip(0, 2000, 0));
  clock.serverNow(2000);
  clock.feed(trip(2100, 2, 2));
  expect(errorAt(clock, 2104)).toBeLessThan(2);
});

test('samples expire after two minutes', () => {
  const clock = new ServerClock();
  clock.feed(trip(0, 2, 2));
  clock.feed(trip(120_000, 60, 0));
  expect(errorAt(clock, 120_060)).toBe(30);
});

test('a server’s new clock counts from the first round trip that proves it', () => {
  const clock = new ServerClock();
  for (const at of [0, 100, 200]) clock.feed(trip(at, 2, 2));
  clock.serverNow(300);
  clock.feed(trip(5000, 2, 2, OFFSET + 90_000));
  expect(errorAt(clock, 5004, OFFSET + 90_000)).toBeLessThan(2);
  expect(clock.proven(5004)).toBe(false);
});
