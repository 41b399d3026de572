import { type Fields, received } from './received';
import { expect, test } from 'vitest';
import { changed, welcomed, type HeldRoom } from '$kit/room';
import { ChangedSchema, WelcomeSchema } from '$proto/live_pb';
import { RoomSchema } from '$proto/room_pb';

function held(): HeldRoom {
  const room = received(RoomSchema, {
    agenda: { roomId: 'xxvii' },
    plates: { delegations: [{ id: 'sur' }, { id: 'cso-1' }] },
    noticeBoard: { notice: { id: '1', text: 'Please conclude' } },
  });
  return { logId: 'log', revision: 7, actsHash: '70', room };
}

const welcome = (init: Fields<typeof WelcomeSchema>) => received(WelcomeSchema, init);
const change = (init: Fields<typeof ChangedSchema>) => received(ChangedSchema, init);

test('a Welcome with a room replaces all that was held', () => {
  const message = welcome({ logId: 'new', revision: 3, room: { agenda: { roomId: 'xx' } } });
  const now = welcomed(held(), message)!;
  expect(now.revision).toBe(3);
  expect(now.logId).toBe('new');
  expect(now.room.agenda?.roomId).toBe('xx');
  expect(now.room.plates).toBeUndefined();
});

test('a Welcome without a room confirms what is held', () => {
  const before = held();
  expect(welcomed(before, welcome({ logId: 'log', revision: 7, actsHash: '70' }))).toBe(before);
});

test.each([
  ['nothing', undefined, 'log', 7, '70'],
  ['another revision', held(), 'log', 8, '70'],
  ['another log', held(), 'other', 7, '70'],
  ['another act under that number', held(), 'log', 7, '71'],
])(
  'a Welcome without a room is refused by a client that holds %s',
  (_, before, logId, revision, actsHash) => {
    expect(welcomed(before, welcome({ logId, revision, actsHash }))).toBeUndefined();
  },
);

test('a changed section is replaced, the others stay', () => {
  const sections = { plates: { delegations: [{ id: 'nhri' }] } };
  const now = changed(held(), change({ previousRevision: 7, revision: 9, sections }))!;
  expect(now.revision).toBe(9);
  expect(now.room.plates?.delegations.map(({ id }) => id)).toEqual(['nhri']);
  expect(now.room.noticeBoard?.notice?.text).toBe('Please conclude');
});

test('a section that became empty is emptied', () => {
  const sections = { noticeBoard: {} };
  const now = changed(held(), change({ previousRevision: 7, revision: 8, sections }))!;
  expect(now.room.noticeBoard?.notice).toBeUndefined();
  expect(now.room.noticeBoard).toBeDefined();
});

test('the room held before is not modified', () => {
  const before = held();
  changed(before, change({ previousRevision: 7, revision: 8, sections: { noticeBoard: {} } }));
  expect(before.room.noticeBoard?.notice?.text).toBe('Please conclude');
});

test('a gap is detected', () => {
  expect(changed(held(), change({ previousRevision: 8, revision: 9 }))).toBeUndefined();
  expect(changed(held(), change({ previousRevision: 6, revision: 7 }))).toBeUndefined();
});

test('previous revision 0 closes any gap', () => {
  const sections = { agenda: { roomId: 'xx' }, plates: {}, noticeBoard: {} };
  const now = changed(held(), change({ revision: 40, sections }))!;
  expect(now.revision).toBe(40);
  expect(now.room.agenda?.roomId).toBe('xx');
  expect(now.room.plates?.delegations).toEqual([]);
});
