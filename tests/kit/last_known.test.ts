import { received } from './received';
import { expect, test } from 'vitest';
import { dropOld, LastKnownRoom } from '$kit/offline/last_known';
import { RoomSchema } from '$proto/room_pb';

const HOUR_MS = 60 * 60_000;
const keptAtMs = Date.UTC(2018, 3, 11, 9);

/** A browser's storage without a browser. */
class FakeStorage implements Storage {
  entries = new Map<string, string>();
  full = false;
  get length() {
    return this.entries.size;
  }
  key(index: number) {
    return [...this.entries.keys()][index] ?? null;
  }
  getItem(key: string) {
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.entries.set(key, value);
  }
  removeItem(key: string) {
    this.entries.delete(key);
  }
  clear() {
    this.entries.clear();
  }
}

const link = { room: 'xxvii', token: 'DISPLAY-TOKEN' };
const room = received(RoomSchema, {
  agenda: { roomName: 'Room XXVII' },
  floor: { statement: { id: '3', allottedMs: 300_000, runningSinceUnixMs: 1_523_437_200_000 } },
});
const last = { room, revision: 41, offsetMs: -1234.5, keptAtMs };

test('the same link recalls the state', () => {
  const storage = new FakeStorage();
  new LastKnownRoom(storage, link).keep(last);
  expect(new LastKnownRoom(storage, link).recall(keptAtMs + HOUR_MS)).toEqual(last);
});

test('no name of a person is stored, nor a text that somebody typed', () => {
  const storage = new FakeStorage();
  const delegations = [
    { id: 'sur', title: 'Cuba', speakerName: 'Ada Lovelace', absenceReason: 'Ada Lovelace is ill' },
  ];
  const named = received(RoomSchema, {
    plates: { delegations },
    roll: { delegations },
    list: {
      inscriptions: [{ id: 'sur', delegationId: 'sur', rulingText: 'As Ada Lovelace said' }],
    },
    noticeBoard: { notice: { id: '5', text: 'Ada Lovelace is awaited outside.' } },
    signals: { signals: [{ id: '6', text: 'Ada Lovelace, please wait.' }] },
    memory: { last: { revision: 40, actor: { device: 'Ada Lovelace’s tablet' } } },
  });
  new LastKnownRoom(storage, link).keep({ ...last, room: named });
  expect(JSON.stringify([...storage.entries])).not.toContain('Lovelace');
  const kept = new LastKnownRoom(storage, link).recall(keptAtMs)?.room;
  expect(kept?.plates?.delegations[0]).toMatchObject({ id: 'sur', title: 'Cuba', speakerName: '' });
  expect(kept?.roll?.delegations[0]?.title).toBe('Cuba');
  expect(kept?.list?.inscriptions[0]?.delegationId).toBe('sur');
});

test('what is older than a day is deleted at the start of any page, whatever its link', () => {
  const storage = new FakeStorage();
  new LastKnownRoom(storage, link).keep({ ...last, keptAtMs: keptAtMs - 24 * HOUR_MS - 1 });
  new LastKnownRoom(storage, { room: 'xx', token: 'T' }).keep(last);
  storage.setItem('rostrum.language', 'fr');
  // Earlier versions kept names under it.
  storage.setItem('rostrum.last-known.xx.1', JSON.stringify(last));
  dropOld(storage, keptAtMs);
  expect(storage.length).toBe(2);
  expect(new LastKnownRoom(storage, { room: 'xx', token: 'T' }).recall(keptAtMs)).toEqual(last);
  expect(storage.getItem('rostrum.language')).toBe('fr');
});

test('the newest state is recalled', () => {
  const known = new LastKnownRoom(new FakeStorage(), link);
  known.keep(last);
  known.keep({ ...last, revision: 42 });
  expect(known.recall(keptAtMs)?.revision).toBe(42);
});

test('another token to the same room, and the same token in another room, find nothing', () => {
  const storage = new FakeStorage();
  new LastKnownRoom(storage, link).keep(last);
  const others = [
    { room: 'xxvii', token: 'DISPLAY-TOKEM' },
    { room: 'xx', token: 'DISPLAY-TOKEN' },
  ];
  for (const other of others)
    expect(new LastKnownRoom(storage, other).recall(keptAtMs)).toBeUndefined();
});

test('the token itself is not stored', () => {
  const storage = new FakeStorage();
  new LastKnownRoom(storage, link).keep(last);
  expect(JSON.stringify([...storage.entries])).not.toContain(link.token);
});

test('a state is recalled for a day, and then deleted', () => {
  const storage = new FakeStorage();
  const known = new LastKnownRoom(storage, link);
  known.keep(last);
  expect(known.recall(keptAtMs + 24 * HOUR_MS)).toEqual(last);
  expect(known.recall(keptAtMs + 24 * HOUR_MS + 1)).toBeUndefined();
  expect(storage.length).toBe(0);
});

test('a device keeps the eight newest rooms', () => {
  const storage = new FakeStorage();
  for (let i = 0; i < 10; i++)
    new LastKnownRoom(storage, { room: `room-${i}`, token: 'T' }).keep({
      ...last,
      keptAtMs: keptAtMs + i,
    });
  expect(storage.length).toBe(8);
  const oldest = new LastKnownRoom(storage, { room: 'room-2', token: 'T' });
  expect(oldest.recall(keptAtMs)?.keptAtMs).toBe(keptAtMs + 2);
  const dropped = new LastKnownRoom(storage, { room: 'room-1', token: 'T' });
  expect(dropped.recall(keptAtMs)).toBeUndefined();
});

test('other entries on the device are left alone', () => {
  const storage = new FakeStorage();
  storage.setItem('rostrum.language', 'fr');
  for (let i = 0; i < 10; i++)
    new LastKnownRoom(storage, { room: `room-${i}`, token: 'T' }).keep(last);
  expect(storage.getItem('rostrum.language')).toBe('fr');
});

test('a full storage keeps no older state', () => {
  const storage = new FakeStorage();
  const known = new LastKnownRoom(storage, link);
  known.keep(last);
  storage.full = true;
  known.keep({ ...last, revision: 42 });
  expect(known.recall(keptAtMs)).toBeUndefined();
});

test('a room that is too large is not kept', () => {
  const storage = new FakeStorage();
  const agenda = { roomName: 'x'.repeat(384 * 1024) };
  new LastKnownRoom(storage, link).keep({ ...last, room: received(RoomSchema, { agenda }) });
  expect(storage.length).toBe(0);
});

test('an invalid entry is deleted', () => {
  for (const nonsense of ['', '{', 'null', '{"room":"%","keptAtMs":' + keptAtMs + '}']) {
    const storage = new FakeStorage();
    const known = new LastKnownRoom(storage, link);
    known.keep(last);
    storage.setItem([...storage.entries.keys()][0]!, nonsense);
    expect(known.recall(keptAtMs)).toBeUndefined();
    expect(storage.length).toBe(0);
  }
});

test('a forgotten state is deleted', () => {
  const storage = new FakeStorage();
  const known = new LastKnownRoom(storage, link);
  known.keep(last);
  known.forget();
  expect(storage.length).toBe(0);
});

test('a state of an earlier version is deleted', () => {
  const storage = new FakeStorage();
  const known = new LastKnownRoom(storage, link);
  known.keep(last);
  const [key] = storage.entries.keys();
  storage.setItem(key!, JSON.stringify({ ...last, room: 'CgZyb29t' }));
  expect(known.recall(keptAtMs)).toBeUndefined();
  expect(storage.length).toBe(0);
});
