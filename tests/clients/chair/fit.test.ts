import { received } from '../../kit/received';
import { expect, test } from 'vitest';
import {
  fitLines,
  reallocate,
  reserveAfterMs,
  steppedStop,
} from '../../../clients/chair/model/fit';
import { FitSchema } from '$proto/http_pb';
import { MINUTE, TEN, roomOf } from './rooms';

const room = roomOf(
  [
    { id: 'food', minutes: 7 },
    { id: 'media', minutes: 6 },
    { id: 'nhri', minutes: 5 },
  ],
  { hour: { waitingMs: 18 * MINUTE, reserveLeftMs: 15 * MINUTE } },
);

/** Two minutes are taken from those who wait, and three from the reserve. */
const fit = received(FitSchema, {
  revision: 8,
  allotments: [
    { inscriptionId: 'media-1', allottedMs: 5 * MINUTE },
    { inscriptionId: 'food-1', allottedMs: 6 * MINUTE },
  ],
  reserveMs: 14 * MINUTE,
  projectedEndUnixMs: TEN + 60 * MINUTE,
});

test('the preview has one line an entry, in the order of the list', () => {
  expect(fitLines(room, fit).map(({ row, ...times }) => [row.id, times])).toEqual([
    ['food-1', { beforeMs: 7 * MINUTE, afterMs: 6 * MINUTE }],
    ['media-1', { beforeMs: 6 * MINUTE, afterMs: 5 * MINUTE }],
  ]);
});

test('what stays for questions follows from the projected end', () => {
  expect(reserveAfterMs(room, fit, TEN + 65 * MINUTE + 400)).toBe(12 * MINUTE);
});

test('exactly what was previewed is asked for', () => {
  expect(reallocate(fit)).toEqual({
    case: 'reallocate',
    value: {
      allotments: [
        { inscriptionId: 'media-1', allottedMs: 5 * MINUTE },
        { inscriptionId: 'food-1', allottedMs: 6 * MINUTE },
      ],
      reserveMs: 14 * MINUTE,
    },
  });
});

test('the hard stop goes by whole five minutes', () => {
  expect(steppedStop(TEN, 1)).toBe(TEN + 5 * MINUTE);
  expect(steppedStop(TEN, -1)).toBe(TEN - 5 * MINUTE);
  expect(steppedStop(TEN + 2 * MINUTE, 1)).toBe(TEN + 5 * MINUTE);
  expect(steppedStop(TEN + 2 * MINUTE, -1)).toBe(TEN);
});
