import { expect, test } from 'vitest';
import { RoomSchema } from '$proto/room_pb';
import { isRead, lastOfTheOther, linesOf, newsOf } from '../../clients/kit/private_line';
import { received } from './received';

const line = (id: string, from: 'ROLE_CHAIR' | 'ROLE_SECRETARIAT', sentAtUnixMs: number) => ({
  id,
  kind: 'SIGNAL_KIND_PRIVATE_LINE' as const,
  from,
  text: `Words ${id}`,
  sentAtUnixMs,
  untilUnixMs: 300_000,
});

const shown = (signalId: string) => ({
  visible: true,
  scene: 'SCENE_UNSPECIFIED' as const,
  display: 'DISPLAY_MODE_UNSPECIFIED' as const,
  delegationId: '',
  signalId,
  noticeId: '0',
});

const room = received(RoomSchema, {
  signals: {
    signals: [
      line('1', 'ROLE_SECRETARIAT', 0),
      { id: '2', kind: 'SIGNAL_KIND_CONCLUDE', from: 'ROLE_CHAIR', untilUnixMs: 300_000 },
      line('3', 'ROLE_CHAIR', 1000),
    ],
  },
});

test('the private line has what chair and secretariat said, until its time is over', () => {
  expect(linesOf(room, 2000).map(({ text }) => text)).toEqual(['Words 1', 'Words 3']);
  expect(linesOf(room, 300_000)).toEqual([]);
  expect(linesOf(undefined, 0)).toEqual([]);
});

test('for a minute, what the other said is news', () => {
  expect(newsOf(room, 2000, 'ROLE_CHAIR')?.text).toBe('Words 1');
  expect(newsOf(room, 2000, 'ROLE_SECRETARIAT')?.text).toBe('Words 3');
  expect(newsOf(room, 60_000, 'ROLE_CHAIR')).toBeUndefined();
});

test('words are read once a screen of whom they are for has shown them, or later ones', () => {
  const [first, second] = linesOf(room, 2000);
  const has = (role: 'ROLE_CHAIR' | 'ROLE_SECRETARIAT' | 'ROLE_SPEAKER', signalId: string) => [
    { role, count: 1, shows: shown(signalId) },
  ];
  expect(lastOfTheOther(room, 2000, 'ROLE_CHAIR')).toBe('1');
  expect(lastOfTheOther(room, 2000, 'ROLE_SECRETARIAT')).toBe('3');
  expect(lastOfTheOther(room, 300_000, 'ROLE_CHAIR')).toBeUndefined();
  expect(isRead(first!, has('ROLE_CHAIR', '1'))).toBe(true);
  expect(isRead(first!, has('ROLE_CHAIR', '10'))).toBe(true);
  expect(isRead(first!, has('ROLE_CHAIR', '0'))).toBe(false);
  expect(isRead(first!, has('ROLE_SECRETARIAT', '3'))).toBe(false);
  expect(isRead(first!, has('ROLE_SPEAKER', '3'))).toBe(false);
  expect(isRead(second!, has('ROLE_SECRETARIAT', '3'))).toBe(true);
  expect(isRead(second!, [{ role: 'ROLE_SECRETARIAT', count: 1 }])).toBe(false);
  expect(isRead(second!, undefined)).toBe(false);
});
