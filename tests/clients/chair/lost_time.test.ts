import { type Fields, received } from '../../kit/received';
import { expect, test } from 'vitest';
import { giveBackOf } from '../../../clients/chair/model/lost_time';
import { LostTimeSchema } from '$proto/live_pb';
import { MINUTE, roomOf, TEN, type Seat } from './rooms';

function lost(more: Fields<typeof LostTimeSchema> = {}) {
  return received(LostTimeSchema, {
    fromUnixMs: TEN,
    toUnixMs: TEN + 134_567,
    awayMs: 134_567,
    inscriptionId: 'food-1',
    commandId: 'away-1-7',
    ...more,
  });
}

/** Food speaks, and so much was added to its time. */
function speaking(addedMs = 0, statement = {}) {
  const seats: Seat[] = [
    { id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_SPEAKING', addedMs },
  ];
  return roomOf(seats, {
    floor: { statement: { id: '7', inscriptionId: 'food-1', ...statement } },
  });
}

test('what the server was away is given to whoever speaks, in whole seconds', () => {
  expect(giveBackOf(speaking(), lost())).toEqual({
    awayMs: 134_000,
    givenMs: 134_000,
    act: { case: 'addTime', value: { statementId: '7', addedMs: 134_000 } },
    id: 'away-1-7',
  });
});

test('what was added before the outage is another matter', () => {
  expect(giveBackOf(speaking(60_000), lost({ addedBeforeMs: 60_000 }))?.givenMs).toBe(134_000);
});

test('what was given by hand since is given already', () => {
  expect(giveBackOf(speaking(60_000), lost())?.givenMs).toBe(74_000);
  expect(giveBackOf(speaking(134_000), lost())).toBeUndefined();
  expect(giveBackOf(speaking(150_000), lost())).toBeUndefined();
});

test('what was taken since is not given back with it', () => {
  expect(giveBackOf(speaking(-30_000), lost())?.givenMs).toBe(134_000);
});

test('of two outages what both cost is given, and not the time between them', () => {
  expect(giveBackOf(speaking(20_000), lost({ awayMs: 60_500 }))).toMatchObject({
    awayMs: 60_000,
    givenMs: 40_000,
  });
});

test('ten minutes in all can be added to a statement', () => {
  const long = { awayMs: 90 * MINUTE, addedBeforeMs: 60_000 };
  const offer = giveBackOf(speaking(60_000), lost(long));
  expect(offer).toMatchObject({ awayMs: 90 * MINUTE, givenMs: 9 * MINUTE });
  expect(
    giveBackOf(speaking(10 * MINUTE), lost({ ...long, addedBeforeMs: 10 * MINUTE })),
  ).toBeUndefined();
});

test('nobody else is given it', () => {
  expect(giveBackOf(speaking(), undefined)).toBeUndefined();
  expect(giveBackOf(speaking(), lost({ inscriptionId: 'media-1' }))).toBeUndefined();
  expect(giveBackOf(speaking(0, { silence: true }), lost())).toBeUndefined();
  expect(giveBackOf(roomOf([{ id: 'food', minutes: 5 }]), lost())).toBeUndefined();
});
