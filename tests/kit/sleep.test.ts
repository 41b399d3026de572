import { expect, test } from 'vitest';
import { digits, remainingMs } from '$kit/countdown';
import { SleepWatch } from '$kit/sleep';
import { clockTime } from '$kit/time';
import { FakeServer } from './fake_server';

const HOUR = 3_600_000;

/** A screen in the room, up and with the time proven. */
function inTheRoom(): FakeServer {
  const server = new FakeServer();
  server.open().welcome();
  server.answerTime = true;
  server.pass(20_000);
  expect(server.clock.proven(server.now)).toBe(true);
  return server;
}

test.each([
  ['it did not', 1000, 1000, 0],
  ['its clocks run a little apart', 60_000, 59_970, 0],
  ['its monotonic clock went on meanwhile', HOUR, HOUR, 0],
  ['its monotonic clock stood still', HOUR + 1000, 1000, HOUR],
  ['its wall clock was set back, which may hide a sleep', -3 * 24 * HOUR, 1000, 72 * HOUR + 1000],
])('sleep is detected: %s', (_, wall, monotonic, slept) => {
  const watch = new SleepWatch();
  expect(watch.sleptMs(1_523_430_000_000, 500)).toBe(0);
  expect(watch.sleptMs(1_523_430_000_000 + wall, 500 + monotonic)).toBe(slept);
  expect(watch.sleptMs(1_523_430_000_000 + wall + 1000, 1500 + monotonic)).toBe(0);
});

test('a laptop that slept for an hour reconnects and shows the room at once', () => {
  const server = inTheRoom();
  server.sleepStoodStill(HOUR);
  const before = server.sockets;
  server.link.woke(HOUR);
  expect(server.sockets).toBe(before + 1);
  expect(server.clock.proven(server.now)).toBe(false);
  server.open().confirm();
  expect(server.status).toBe('up');
  expect(server.errorMs).toBeLessThan(5);
  server.pass(400);
  expect(server.errorMs).toBeLessThan(1);
  expect(server.clock.proven(server.now)).toBe(true);
});

test('after a short sleep the connection stays, and the time is measured at once', () => {
  const server = inTheRoom();
  server.sleepStoodStill(8000);
  const before = server.sockets;
  server.link.woke(8000);
  server.pass(10);
  expect(server.errorMs).toBeLessThan(1);
  server.pass(400);
  expect(server.clock.proven(server.now)).toBe(true);
  expect(server.sockets).toBe(before);
});

test('answers from before the sleep do not measure the time', () => {
  const server = inTheRoom();
  const asked = server.now;
  const serverMs = server.now + server.aheadMs;
  server.sleepStoodStill(8000);
  server.link.woke(8000);
  server.now += 1;
  for (const clientMs of [asked - 3, asked - 2, asked - 1])
    server.send({ timeSyncReply: { clientMs, serverUnixMs: serverMs } });
  expect(server.clock.proven(server.now)).toBe(false);
  server.pass(10);
  expect(server.errorMs).toBeLessThan(1);
});

test('setting the wall clock only makes the screen ask the server', () => {
  const server = inTheRoom();
  server.link.woke(3 * 24 * HOUR);
  expect(server.errorMs).toBeLessThan(1);
  server.open().confirm();
  expect(server.errorMs).toBeLessThan(5);
  server.pass(400);
  expect(server.errorMs).toBeLessThan(1);
});

test('a command from before a sleep is not sent after it', async () => {
  const server = inTheRoom();
  const outcome = server.link.send({ case: 'pauseStatement', value: { statementId: '3' } });
  server.sleepStoodStill(HOUR);
  server.link.woke(HOUR);
  server.open().confirm();
  expect(server.received.filter(({ command }) => command)).toEqual([]);
  expect(await outcome).toEqual({ kind: 'unknown' });
});

test('a revoked screen does not reconnect when its device wakes', () => {
  const server = inTheRoom();
  server.send({ goodbye: { reason: 'REASON_REVOKED' } });
  const before = server.sockets;
  server.link.woke(HOUR);
  server.pass(60_000);
  expect(server.sockets).toBe(before);
  expect(server.status).toBe('revoked');
});

test('a countdown runs through the change of daylight saving time', () => {
  // 25 October 2026, when 03:00 in Zurich becomes 02:00; and 29 March, when 02:00 becomes 03:00.
  for (const [change, before, after] of [
    [Date.UTC(2026, 9, 25, 1), '02:59', '02:00'],
    [Date.UTC(2026, 2, 29, 1), '01:59', '03:00'],
  ] as const) {
    const timer = {
      allottedMs: 300_000,
      elapsedBeforeMs: 0,
      runningSinceUnixMs: change - 60_000,
      warningMs: 30_000,
    };
    expect(clockTime(change - 1, 'Europe/Zurich', 'en')).toBe(before);
    expect(clockTime(change, 'Europe/Zurich', 'en')).toBe(after);
    expect(digits(remainingMs(timer, change - 1000))).toBe('4:01');
    expect(digits(remainingMs(timer, change))).toBe('4:00');
    expect(digits(remainingMs(timer, change + 1000))).toBe('3:59');
  }
});
