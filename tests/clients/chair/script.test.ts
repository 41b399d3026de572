import { expect, test } from 'vitest';
import { sentencesOf } from '../../../clients/chair/model/script';
import { MINUTE, roomOf, TEN, type Seat } from './rooms';

const food: Seat = { id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_SPEAKING' };
const speaking = {
  floor: { statement: { id: '7', inscriptionId: 'food-1', delegationId: 'food' } },
};

test('the words give the floor to the one whom Next calls', () => {
  const room = roomOf([food, { id: 'media', minutes: 5 }], speaking);
  expect(sentencesOf(room, TEN)).toEqual([
    { key: 'thank', who: 'food' },
    { key: 'plate', who: 'media' },
  ]);
});

test('at the turn of an empty chair they name it, and give the floor to nobody', () => {
  const absent: Seat = { id: 'water', minutes: 5, absent: true };
  const room = roomOf([food, absent, { id: 'media', minutes: 5 }], speaking);
  expect(sentencesOf(room, TEN)).toEqual([
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
  expect(sentencesOf(room, TEN)).toEqual([{ key: 'plate', who: 'food' }]);
});

test('after a question to the panel they speak of the panel, and name the first', () => {
  const heard = 'INSCRIPTION_STATUS_SPOKEN';
  const seats: Seat[] = [
    { ...food, status: heard },
    { id: 'media', minutes: 5, status: heard },
    { id: 'peru', minutes: 2, kind: 'INSCRIPTION_KIND_QUESTION', status: heard },
  ];
  const asked = { meeting: { turns: [{ inscriptionId: 'peru-1' }] } };
  expect(sentencesOf(roomOf(seats, asked), TEN)).toEqual([{ key: 'answersPanel', who: 'food' }]);
  const toBoth = seats.map((seat) =>
    seat.id === 'peru' ? { ...seat, addressedTo: ['media', 'food'] } : seat,
  );
  expect(sentencesOf(roomOf(toBoth, asked), TEN)).toEqual([{ key: 'answers', who: 'food' }]);
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
  expect(sentencesOf(room, TEN)).toEqual([{ key: 'return', who: 'food' }]);
});

test('after the last statement they open the questions, ask for more, and close only then', () => {
  const kept = { hour: { reserveLeftMs: 15 * MINUTE } };
  const said = (questions: object | undefined, sections: object = kept) =>
    sentencesOf(roomOf([food], { ...speaking, ...sections, ...(questions && { questions }) }), TEN);
  const thanks = { key: 'thank', who: 'food' };
  expect(said(undefined)).toEqual([thanks, { key: 'questions' }]);
  const request = { id: 'ask-4', delegationId: 'food', kind: 'INSCRIPTION_KIND_RIGHT_OF_REPLY' };
  expect(said({ open: true, requests: [request] })).toEqual([thanks, { key: 'questions' }]);
  expect(said({ open: true })).toEqual([thanks, { key: 'anyQuestions' }]);
  expect(said({ open: false, closesAtUnixMs: TEN })).toEqual([thanks, { key: 'close' }]);
  expect(said(undefined, {})).toEqual([thanks, { key: 'close' }]);
});
