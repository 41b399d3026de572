import { describe, expect, test } from 'vitest';
import {
  changeUntilMs,
  digits,
  digitsUntil,
  digitsUp,
  elapsedMs,
  length,
  nextChangeMs,
  phaseOf,
  remainingMs,
  type Anchors,
} from '$kit/countdown';

const started = 1_523_430_000_000;

/** Five minutes, given at `started`, amber in the last thirty seconds. */
function timer(anchors: Partial<Anchors> = {}): Anchors {
  return {
    allottedMs: 300_000,
    elapsedBeforeMs: 0,
    runningSinceUnixMs: started,
    warningMs: 30_000,
    ...anchors,
  };
}

test('a running timer counts from its anchors', () => {
  expect(elapsedMs(timer(), started + 61_500)).toBe(61_500);
  expect(remainingMs(timer(), started + 61_500)).toBe(238_500);
  expect(remainingMs(timer({ elapsedBeforeMs: 100_000 }), started + 1000)).toBe(199_000);
});

test('a paused timer stands still', () => {
  const paused = timer({ elapsedBeforeMs: 100_000, runningSinceUnixMs: 0 });
  expect(remainingMs(paused, started + 999_999)).toBe(200_000);
  expect(nextChangeMs(paused, started)).toBeUndefined();
});

test('a clock slightly before the start shows no more than the allotment', () => {
  expect(remainingMs(timer(), started - 40)).toBe(300_000);
});

test.each([
  [300_000, '5:00'],
  [299_999, '5:00'],
  [299_001, '5:00'],
  [299_000, '4:59'],
  [60_001, '1:01'],
  [60_000, '1:00'],
  [1000, '0:01'],
  [1, '0:01'],
  [0, '0:00'],
  [-1, '+0:00'],
  [-999, '+0:00'],
  [-1000, '+0:01'],
  [-61_000, '+1:01'],
  [3_600_000, '1:00:00'],
  [-3_661_000, '+1:01:01'],
])('%i ms left are shown as %s', (remaining, shown) => {
  expect(digits(remaining)).toBe(shown);
});

test('a duration is rounded', () => {
  expect(length(420_000)).toBe('7:00');
  expect(length(89_600)).toBe('1:30');
});

describe('the phase', () => {
  test.each([
    [269_999, 'plenty'],
    [270_000, 'warning'],
    [299_999, 'warning'],
    [300_000, 'up'],
    [360_000, 'up'],
  ])('%i ms into five minutes is %s', (elapsed, phase) => {
    expect(phaseOf(timer(), started + elapsed)).toBe(phase);
  });
});

describe('the next change of the digits', () => {
  test.each([
    [0, 1000],
    [250, 1000],
    [999, 1000],
    [299_500, 300_000],
    [300_000, 301_000],
    [300_700, 301_000],
  ])('%i ms in, it comes at %i ms', (elapsed, change) => {
    expect(nextChangeMs(timer(), started + elapsed)).toBe(started + change);
  });

  test('is exactly when the digits change', () => {
    for (let now = started; now < started + 302_000; now += 137) {
      const change = nextChangeMs(timer(), now)!;
      const shown = (at: number) => digits(remainingMs(timer(), at));
      expect(shown(change - 1)).toBe(shown(Math.min(now + 1, change - 1)));
      expect(shown(change + 1)).not.toBe(shown(change - 1));
    }
  });
});

test('a notice counts down to an instant, and stays at 0:00', () => {
  expect(digitsUntil(300_000, 0)).toBe('5:00');
  expect(digitsUntil(300_000, 1)).toBe('5:00');
  expect(digitsUntil(300_000, 1_000)).toBe('4:59');
  expect(digitsUntil(300_000, 300_001)).toBe('0:00');
  expect(changeUntilMs(300_000, 250)).toBe(1_000);
  expect(changeUntilMs(300_000, 1_000)).toBe(2_000);
  expect(changeUntilMs(300_000, 300_000)).toBeUndefined();
});

test('time spoken is counted up from the same anchors', () => {
  const timer = { allottedMs: 60_000, elapsedBeforeMs: 0, runningSinceUnixMs: 1_000, warningMs: 0 };
  expect(digitsUp(timer, 1_000)).toBe('0:00');
  expect(digitsUp(timer, 1_999)).toBe('0:00');
  expect(digitsUp(timer, 63_000)).toBe('1:02');
});
