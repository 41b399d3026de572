import { expect, test } from 'vitest';
import { comesNext, nextRowOf } from '$kit/next';
import { roomOf, type Seat } from '../clients/chair/rooms';

const spoken = 'INSCRIPTION_STATUS_SPOKEN';
const speaking = 'INSCRIPTION_STATUS_SPEAKING';
const food: Seat = { id: 'food', minutes: 5, status: speaking };
const water: Seat = { id: 'water', minutes: 5, absent: true };
const media: Seat = { id: 'media', minutes: 5 };
const question: Seat = {
  id: 'peru',
  minutes: 2,
  kind: 'INSCRIPTION_KIND_QUESTION',
  status: spoken,
};
const floorOf = (id: string) => ({ floor: { statement: { id: '7', inscriptionId: `${id}-1` } } });

test('the plate that Next calls comes next', () => {
  const next = comesNext(roomOf([food, media], floorOf('food')));
  expect(next).toMatchObject({ kind: 'plate', row: { id: 'media-1' } });
});

test('an empty chair first on the list comes before the plate that Next would call', () => {
  const next = comesNext(roomOf([food, water, media], floorOf('food')));
  expect(next).toMatchObject({ kind: 'emptyChair', row: { id: 'water-1' } });
  expect(nextRowOf(next)?.delegation.title).toBe('water');
});

test('once it is passed over, the plate behind it comes next', () => {
  const passed: Seat = { ...media, status: speaking };
  const room = roomOf([water, passed, { id: 'nhri', minutes: 5 }], floorOf('media'));
  expect(comesNext(room)).toMatchObject({ kind: 'plate', row: { id: 'nhri-1' } });
});

test('after a question the answers come next, by whom it is for', () => {
  const seats: Seat[] = [
    { ...food, status: spoken },
    { ...media, status: spoken },
    { ...question, addressedTo: ['media'] },
    { ...question, id: 'chile', status: 'INSCRIPTION_STATUS_WAITING' },
  ];
  const asked = { meeting: { turns: [{ inscriptionId: 'peru-1' }] } };
  const next = comesNext(roomOf(seats, asked));
  expect(next).toMatchObject({
    kind: 'answers',
    questions: [{ id: 'peru-1' }],
    answering: [{ id: 'media' }],
    toPanel: false,
  });
  expect(nextRowOf(next)).toBeUndefined();
});

test('after a point of order the floor returns to whom it interrupted', () => {
  const room = roomOf(
    [
      { ...food, status: 'INSCRIPTION_STATUS_INTERRUPTED' },
      { id: 'fr', minutes: 2, kind: 'INSCRIPTION_KIND_POINT_OF_ORDER', status: speaking },
      media,
    ],
    {
      floor: {
        statement: { id: '9', inscriptionId: 'fr-1' },
        interrupted: { inscriptionId: 'food-1', remainingMs: 221_000 },
      },
    },
  );
  expect(comesNext(room)).toMatchObject({
    kind: 'return',
    row: { id: 'food-1' },
    keepsMs: 221_000,
  });
});

test('nothing comes next after the last statement, and in a closed meeting', () => {
  expect(comesNext(roomOf([food], floorOf('food')))).toBeUndefined();
  const closed = { meeting: { course: 'COURSE_CLOSED' } };
  expect(comesNext(roomOf([water, media], closed))).toBeUndefined();
});
