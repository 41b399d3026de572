import { expect, test } from 'vitest';
import { fitOf, hourOf } from '../../../clients/chair/model/hour';
import { Course, InscriptionStatus } from '$proto/room_pb';
import { MINUTE, TEN, roomOf } from './rooms';

const at = (minutes: number) => TEN + minutes * MINUTE;

test('the whole hour: turns spoken, the one in progress, what is left of it, who is to come', () => {
  const room = roomOf(
    [
      { id: 'sur', minutes: 2, status: InscriptionStatus.SPOKEN, spokenMs: 2 * MINUTE },
      { id: 'food', minutes: 5, status: InscriptionStatus.SPEAKING },
      { id: 'media', minutes: 7 },
      { id: 'nhri', minutes: 6 },
    ],
    {
      meeting: {
        turns: [{ inscriptionId: 'sur-1', fromUnixMs: BigInt(at(1)), toUnixMs: BigInt(at(3)) }],
      },
      floor: {
        statement: {
          id: 7n,
          inscriptionId: 'food-1',
          delegationId: 'food',
          givenAtUnixMs: BigInt(at(4)),
          allottedMs: BigInt(5 * MINUTE),
          runningSinceUnixMs: BigInt(at(4)),
        },
      },
    },
  );

  expect(hourOf(room, at(6))).toEqual({
    fromMs: at(0),
    dueMs: at(60),
    toMs: at(60),
    nowMs: at(6),
    stretches: [
      { kind: 'spoken', inscriptionId: 'sur-1', fromMs: at(1), toMs: at(3) },
      { kind: 'speaking', inscriptionId: 'food-1', fromMs: at(4), toMs: at(6) },
      { kind: 'left', inscriptionId: 'food-1', fromMs: at(6), toMs: at(9) },
      { kind: 'coming', inscriptionId: 'media-1', fromMs: at(9), toMs: at(16) },
      { kind: 'coming', inscriptionId: 'nhri-1', fromMs: at(16), toMs: at(22) },
    ],
    listEndsMs: at(22),
  });
});

test('an empty chair takes no time of the hour', () => {
  const room = roomOf([
    { id: 'food', minutes: 5, absent: true },
    { id: 'media', minutes: 7 },
  ]);
  expect(hourOf(room, at(10))?.stretches).toEqual([
    { kind: 'coming', inscriptionId: 'media-1', fromMs: at(10), toMs: at(17) },
  ]);
});

test('one who is called again comes with the time left, added time counted in', () => {
  const room = roomOf([{ id: 'food', minutes: 5, addedMs: MINUTE, spokenMs: 4 * MINUTE }]);
  expect(hourOf(room, at(10))?.listEndsMs).toBe(at(12));
});

test('an overtime pushes those to come, and the picture reaches as far as the list', () => {
  const room = roomOf(
    [
      { id: 'food', minutes: 5, status: InscriptionStatus.SPEAKING },
      { id: 'media', minutes: 7 },
    ],
    {
      floor: {
        statement: {
          id: 7n,
          inscriptionId: 'food-1',
          givenAtUnixMs: BigInt(at(50)),
          allottedMs: BigInt(5 * MINUTE),
          runningSinceUnixMs: BigInt(at(50)),
        },
      },
    },
  );
  const hour = hourOf(room, at(58));
  expect(hour?.stretches).toEqual([
    { kind: 'speaking', inscriptionId: 'food-1', fromMs: at(50), toMs: at(58) },
    { kind: 'coming', inscriptionId: 'media-1', fromMs: at(58), toMs: at(65) },
  ]);
  expect(hour?.toMs).toBe(at(65));
});

test('a planned hour is drawn as planned, though its time has passed', () => {
  const room = roomOf([{ id: 'sur', minutes: 2 }], {
    meeting: { course: Course.PLANNED, openedAtUnixMs: 0n },
  });
  expect(hourOf(room, at(300))).toEqual({
    fromMs: at(0),
    dueMs: at(60),
    toMs: at(60),
    nowMs: undefined,
    stretches: [{ kind: 'coming', inscriptionId: 'sur-1', fromMs: at(0), toMs: at(2) }],
    listEndsMs: at(2),
  });
});

test('a closed meeting has nobody to come, and ended when it was closed', () => {
  const room = roomOf([{ id: 'food', minutes: 5 }], {
    meeting: { course: Course.CLOSED, closedAtUnixMs: BigInt(at(52)) },
  });
  expect(hourOf(room, at(55))).toMatchObject({
    stretches: [],
    listEndsMs: at(52),
    nowMs: undefined,
  });
});

test('there is no hour in an empty room', () => {
  expect(hourOf(roomOf([], { meeting: { id: '' } }), TEN)).toBeUndefined();
});

test.each([
  ['4 min 59 s to spare: 4 minutes before time', at(55) + 1000, { kind: 'before', minutes: 4 }],
  ['exactly a minute to spare', at(59), { kind: 'before', minutes: 1 }],
  ['59 s to spare is on time', at(59) + 1000, { kind: 'onTime' }],
  ['29 s over is on time', at(60) + 29_000, { kind: 'onTime' }],
  ['30 s over is a minute over', at(60) + 30_000, { kind: 'over', minutes: 1 }],
  ['5 min 1 s over: 6 minutes over', at(65) + 1000, { kind: 'over', minutes: 6 }],
])('%s', (_, listEndsMs, fit) => {
  expect(fitOf({ dueMs: at(60), listEndsMs })).toEqual(fit);
});
