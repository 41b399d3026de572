import { expect, test } from 'vitest';
import { sentencesOf } from '../../../clients/chair/model/script';
import { roomOf, type Seat } from './rooms';

const food: Seat = { id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_SPEAKING' };
const speaking = {
  floor: { statement: { id: '7', inscriptionId: 'food-1', delegationId: 'food' } },
};

test('the words give the floor to the one whom Next calls', () => {
  const room = roomOf([food, { id: 'media', minutes: 5 }], speaking);
  expect(sentencesOf(room)).toEqual([
    { key: 'thank', who: 'food' },
    { key: 'plate', who: 'media' },
  ]);
});

test('at the turn of an empty chair they give the floor to nobody', () => {
  const absent: Seat = { id: 'water', minutes: 5, absent: true };
  const room = roomOf([food, absent, { id: 'media', minutes: 5 }], speaking);
  expect(sentencesOf(room)).toEqual([{ key: 'thank', who: 'food' }]);
});

test('after a question they give the floor to the first who answers', () => {
  const room = roomOf(
    [
      { ...food, status: 'INSCRIPTION_STATUS_SPOKEN' },
      {
        id: 'peru',
        minutes: 2,
        kind: 'INSCRIPTION_KIND_QUESTION',
        status: 'INSCRIPTION_STATUS_SPOKEN',
      },
    ],
    { meeting: { turns: [{ inscriptionId: 'peru-1' }] } },
  );
  expect(sentencesOf(room)).toEqual([{ key: 'plate', who: 'food' }]);
});
