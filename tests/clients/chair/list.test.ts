import { expect, test } from 'vitest';
import {
  heardOf,
  interruptedOf,
  pointsRaisedOf,
  requestsOf,
  speakingOf,
  waitingOf,
} from '../../../clients/chair/model/list';
import { roomOf, type Seat } from './rooms';

const room = roomOf(
  [
    { id: 'sur', minutes: 2, status: 'INSCRIPTION_STATUS_DECLINED' },
    { id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_SPOKEN' },
    { id: 'media', minutes: 5, status: 'INSCRIPTION_STATUS_SPOKEN' },
    { id: 'nhri', minutes: 5, status: 'INSCRIPTION_STATUS_SPEAKING' },
    { id: 'water', minutes: 5, absent: true },
    { id: 'health', minutes: 5 },
  ],
  {
    meeting: { turns: [{ inscriptionId: 'media-1' }, { inscriptionId: 'food-1' }] },
    floor: { statement: { id: '7', inscriptionId: 'nhri-1' } },
  },
);

test('an empty chair waits at its place, with those present', () => {
  expect(waitingOf(room).map(({ id }) => id)).toEqual(['water-1', 'health-1']);
});

test('those who have spoken come with the latest turn first, then those who declined', () => {
  expect(heardOf(room).map(({ id }) => id)).toEqual(['food-1', 'media-1', 'sur-1']);
});

test('who has the floor', () => {
  expect(speakingOf(room)?.delegation.id).toBe('nhri');
  expect(speakingOf(roomOf([]))).toBeUndefined();
});

test('requests are listed in the order of asking, and points of order apart from them', () => {
  const requests = [
    {
      id: 'ask-3',
      delegationId: 'food',
      kind: 'INSCRIPTION_KIND_QUESTION',
      addressedTo: ['nhri'],
      askedAtUnixMs: 5,
    },
    { id: 'ask-4', delegationId: 'media', kind: 'INSCRIPTION_KIND_RIGHT_OF_REPLY' },
    { id: 'ask-5', delegationId: 'nhri', kind: 'INSCRIPTION_KIND_POINT_OF_ORDER' },
    { id: 'ask-6', delegationId: 'nobody', kind: 'INSCRIPTION_KIND_QUESTION' },
  ];
  const seats = ['food', 'media', 'nhri'].map((id) => ({ id, minutes: 5 }));
  const asking = roomOf(seats, { questions: { requests } });
  expect(pointsRaisedOf(asking)).toMatchObject([{ id: 'ask-5', delegation: { id: 'nhri' } }]);
  const rows = requestsOf(asking);
  expect(rows.map(({ id }) => id)).toEqual(['ask-3', 'ask-4']);
  expect(rows[0]).toMatchObject({
    askedMs: 5,
    delegation: { id: 'food' },
    inscription: { kind: 'INSCRIPTION_KIND_QUESTION', addressedTo: ['nhri'] },
  });
});

test('an interrupted speaker neither waits nor was heard', () => {
  const seats: Seat[] = [{ id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_INTERRUPTED' }];
  const room = roomOf(seats, { floor: { interrupted: { inscriptionId: 'food-1' } } });
  expect(interruptedOf(room)?.delegation.id).toBe('food');
  expect([...waitingOf(room), ...heardOf(room)]).toEqual([]);
});

test('an empty chair whose turn is over was not passed over: it stands with those heard', () => {
  const seats: Seat[] = [{ id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_EMPTY_CHAIR' }];
  expect(heardOf(roomOf(seats)).map(({ id }) => id)).toEqual(['food-1']);
});

test('a Mission on the roll has a plate on the list', () => {
  const seats: Seat[] = [{ id: 'fr', minutes: 2, kind: 'INSCRIPTION_KIND_QUESTION' }];
  const asking = roomOf(seats);
  expect(asking.plates?.delegations).toEqual([]);
  expect(waitingOf(asking).map(({ delegation }) => delegation.id)).toEqual(['fr']);
});
