import { expect, test } from 'vitest';
import { retryDelayMs } from '$kit/backoff';

test('the first retries are quick, and none in the first minute waits more than a second', () => {
  const slowest = [0, 1, 2, 3, 4, 20].map((attempts) => retryDelayMs(attempts, 59_999, 1));
  expect(slowest).toEqual([200, 400, 800, 1000, 1000, 1000]);
});

test('after a minute the wait grows to five seconds', () => {
  expect(retryDelayMs(60, 60_000, 1)).toBe(5000);
});

test('jitter spreads the screens over half of the delay', () => {
  expect(retryDelayMs(10, 0, 0)).toBe(500);
  expect(retryDelayMs(10, 0, 0.5)).toBe(750);
});
