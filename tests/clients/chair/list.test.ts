import { expect, test } from 'vitest';
import {
  followerIn,
  heardOf,
  shifted,
  speakingOf,
  waitingOf,
} from '../../../clients/chair/model/list';
import { InscriptionStatus } from '$proto/room_pb';
import { roomOf } from './rooms';

const room = roomOf(
  [
    { id: 'sur', minutes: 2, status: InscriptionStatus.DECLINED },
    { id: 'food', minutes: 5, status: InscriptionStatus.SPOKEN },
    { id: 'media', minutes: 5, status: InscriptionStatus.SPOKEN },
    { id: 'nhri', minutes: 5, status: InscriptionStatus.SPEAKING },
    { id: 'water', minutes: 5, absent: true },
    { id: 'health', minutes: 5 },
  ],
  {
    meeting: { turns: [{ inscriptionId: 'media-1' }, { inscriptionId: 'food-1' }] },
    floor: { statement: { id: 7n, inscriptionId: 'nhri-1' } },
  },
);

test('an empty chair waits at its place, with those present', () => {
  expect(waitingOf(room).map(({ id }) => id)).toEqual(['water-1', 'health-1']);
});

test('who has spoken is told with the latest turn first, then who declined', () => {
  expect(heardOf(room).map(({ id }) => id)).toEqual(['food-1', 'media-1', 'sur-1']);
});

test('who has the floor', () => {
  expect(speakingOf(room)?.delegation.id).toBe('nhri');
  expect(speakingOf(roomOf([]))).toBeUndefined();
});

test('a move names whom it is put in front of, or the end', () => {
  expect(followerIn(['a', 'b', 'c'], 'a')).toBe('b');
  expect(followerIn(['a', 'b', 'c'], 'c')).toBe('');
});

test('one place up or down, and not beyond the ends', () => {
  expect(shifted(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(shifted(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(shifted(['a', 'b', 'c'], 'a', -1)).toBeUndefined();
  expect(shifted(['a', 'b', 'c'], 'c', 1)).toBeUndefined();
  expect(shifted(['a', 'b', 'c'], 'x', 1)).toBeUndefined();
});
