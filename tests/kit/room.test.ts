import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { changed, welcomed, type HeldRoom } from '$kit/room';
import { ChangedSchema, WelcomeSchema } from '$proto/live_pb';
import { RoomSchema } from '$proto/room_pb';

function held(): HeldRoom {
  const room = create(RoomSchema, {
    agenda: { roomId: 'xxvii' },
    plates: { delegations: [{ id: 'sur' }, { id: 'cso-1' }] },
    noticeBoard: { notice: { id: 1n, text: 'Please conclude' } },
  });
  return { logId: 'log', revision: 7n, room };
}

const welcome = (init: MessageInitShape<typeof WelcomeSchema>) => create(WelcomeSchema, init);
const change = (init: MessageInitShape<typeof ChangedSchema>) => create(ChangedSchema, init);

test('a Welcome with a room replaces all that was held', () => {
  const told = welcome({ logId: 'new', revision: 3n, room: { agenda: { roomId: 'xx' } } });
  const now = welcomed(held(), told)!;
  expect(now.revision).toBe(3n);
  expect(now.logId).toBe('new');
  expect(now.room.agenda?.roomId).toBe('xx');
  expect(now.room.plates).toBeUndefined();
});

test('a Welcome without a room confirms what is held', () => {
  const before = held();
  expect(welcomed(before, welcome({ logId: 'log', revision: 7n }))).toBe(before);
});

test.each([
  ['nothing', undefined, 'log', 7n],
  ['another revision', held(), 'log', 8n],
  ['another log', held(), 'other', 7n],
])(
  'a Welcome without a room is refused by a client that holds %s',
  (_, before, logId, revision) => {
    expect(welcomed(before, welcome({ logId, revision }))).toBeUndefined();
  },
);

test('a section that changed is replaced whole, the others stay', () => {
  const sections = { plates: { delegations: [{ id: 'nhri' }] } };
  const now = changed(held(), change({ previousRevision: 7n, revision: 9n, sections }))!;
  expect(now.revision).toBe(9n);
  expect(now.room.plates?.delegations.map(({ id }) => id)).toEqual(['nhri']);
  expect(now.room.noticeBoard?.notice?.text).toBe('Please conclude');
});

test('a section that became empty is emptied', () => {
  const sections = { noticeBoard: {} };
  const now = changed(held(), change({ previousRevision: 7n, revision: 8n, sections }))!;
  expect(now.room.noticeBoard?.notice).toBeUndefined();
  expect(now.room.noticeBoard).toBeDefined();
});

test('what was held is left as it was', () => {
  const before = held();
  changed(before, change({ previousRevision: 7n, revision: 8n, sections: { noticeBoard: {} } }));
  expect(before.room.noticeBoard?.notice?.text).toBe('Please conclude');
});

test('a gap is noticed', () => {
  expect(changed(held(), change({ previousRevision: 8n, revision: 9n }))).toBeUndefined();
  expect(changed(held(), change({ previousRevision: 6n, revision: 7n }))).toBeUndefined();
});

test('previous revision 0 closes any gap', () => {
  const sections = { agenda: { roomId: 'xx' }, plates: {}, noticeBoard: {} };
  const now = changed(held(), change({ revision: 40n, sections }))!;
  expect(now.revision).toBe(40n);
  expect(now.room.agenda?.roomId).toBe('xx');
  expect(now.room.plates?.delegations).toEqual([]);
});
