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

test('at the turn of an empty chair they name it, and give the floor to nobody', () => {
  const absent: Seat = { id: 'water', minutes: 5, absent: true };
  const room = roomOf([food, absent, { id: 'media', minutes: 5 }], speaking);
  expect(sentencesOf(room)).toEqual([
    { key: 'thank', who: 'food' },
    { key: 'emptyChair', who: 'water' },
  ]);
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

test('after a question to the panel they speak of the panel, and name the first', () => {
  const heard = 'INSCRIPTION_STATUS_SPOKEN';
  const seats: Seat[] = [
    { ...food, status: heard },
    { id: 'media', minutes: 5, status: heard },
    { id: 'peru', minutes: 2, kind: 'INSCRIPTION_KIND_QUESTION', status: heard },
  ];
  const asked = { meeting: { turns: [{ inscriptionId: 'peru-1' }] } };
  expect(sentencesOf(roomOf(seats, asked))).toEqual([{ key: 'answersPanel', who: 'food' }]);
  const toBoth = seats.map((seat) =>
    seat.id === 'peru' ? { ...seat, addressedTo: ['media', 'food'] } : seat,
  );
  expect(sentencesOf(roomOf(toBoth, asked))).toEqual([{ key: 'answers', who: 'food' }]);
});

test('after a point of order they give the floor back', () => {
  const seats: Seat[] = [
    { ...food, status: 'INSCRIPTION_STATUS_INTERRUPTED' },
    {
      id: 'fr',
      minutes: 2,
      kind: 'INSCRIPTION_KIND_POINT_OF_ORDER',
      status: 'INSCRIPTION_STATUS_SPEAKING',
    },
  ];
  const room = roomOf(seats, {
    floor: {
      statement: { id: '9', inscriptionId: 'fr-1', delegationId: 'fr' },
      interrupted: { inscriptionId: 'food-1', delegationId: 'food' },
    },
  });
  expect(sentencesOf(room)).toEqual([{ key: 'return', who: 'food' }]);
});
