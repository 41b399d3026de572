import { expect, test } from 'vitest';
import { RoomSchema } from '$proto/room_pb';
import { newRuling } from '../../clients/kit/room';
import { type Fields, received } from './received';

type Init = Fields<typeof RoomSchema>;

/** Norway's point of order was ruled on at the tenth second. */
function room(changes: Init = {}) {
  return received(RoomSchema, {
    meeting: {
      course: 'COURSE_OPEN',
      turns: [
        { inscriptionId: 'food', fromUnixMs: 0, toUnixMs: 5000 },
        { inscriptionId: 'order-7', fromUnixMs: 5000, toUnixMs: 10_000 },
      ],
    },
    roll: { delegations: [{ id: 'mission-no', title: 'Norway' }] },
    list: {
      inscriptions: [
        { id: 'food', delegationId: 'food' },
        { id: 'order-7', delegationId: 'mission-no', ruling: 'RULING_UPHELD' },
      ],
    },
    ...changes,
  });
}

test('a ruling is news for twenty seconds', () => {
  expect(newRuling(room(), 10_000)).toMatchObject({
    inscription: { ruling: 'RULING_UPHELD' },
    delegation: { title: 'Norway' },
  });
  expect(newRuling(room(), 29_999)).toBeDefined();
  expect(newRuling(room(), 30_000)).toBeUndefined();
});

test('a turn that ends after it is newer, and a point of order that closing ended has no ruling', () => {
  const turns = [
    { inscriptionId: 'order-7', toUnixMs: 10_000 },
    { inscriptionId: 'food', toUnixMs: 11_000 },
  ];
  const open = { course: 'COURSE_OPEN' as const };
  expect(newRuling(room({ meeting: { ...open, turns } }), 11_000)).toBeUndefined();
  const closed = { course: 'COURSE_CLOSED' as const, turns: turns.slice(0, 1) };
  expect(newRuling(room({ meeting: closed }), 11_000)).toBeUndefined();
  const inscriptions = [{ id: 'order-7', delegationId: 'mission-no' }];
  expect(newRuling(room({ list: { inscriptions } }), 11_000)).toBeUndefined();
  expect(newRuling(undefined, 0)).toBeUndefined();
});
