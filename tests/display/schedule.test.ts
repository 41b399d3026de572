import { expect, test } from 'vitest';
import { startsIn } from '../../display/schedule';

const tenOClock = Date.UTC(2018, 3, 11, 8, 0, 0);

test('an hour or more ahead, no minutes are shown', () => {
  expect(startsIn(tenOClock, tenOClock - 3_600_000)).toEqual({ kind: 'none' });
  expect(startsIn(tenOClock, tenOClock - 90_000_000)).toEqual({ kind: 'none' });
});

test('within the hour, minutes round up', () => {
  expect(startsIn(tenOClock, tenOClock - 3_599_999)).toEqual({ kind: 'minutes', minutes: 60 });
  expect(startsIn(tenOClock, tenOClock - 720_000)).toEqual({ kind: 'minutes', minutes: 12 });
  expect(startsIn(tenOClock, tenOClock - 719_999)).toEqual({ kind: 'minutes', minutes: 12 });
  expect(startsIn(tenOClock, tenOClock - 1)).toEqual({ kind: 'minutes', minutes: 1 });
});

test('once its time has come a meeting starts shortly, however late it is', () => {
  expect(startsIn(tenOClock, tenOClock)).toEqual({ kind: 'shortly' });
  expect(startsIn(tenOClock, tenOClock + 1_800_000)).toEqual({ kind: 'shortly' });
});
