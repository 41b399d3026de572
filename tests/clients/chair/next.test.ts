import { expect, test } from 'vitest';
import {
  emptyChairOf,
  hearsPointOfOrder,
  stepKey,
  stepOf,
} from '../../../clients/chair/model/next';
import { roomOf, type Seat } from './rooms';

const two: Seat[] = [
  { id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_SPEAKING' },
  { id: 'media', minutes: 5 },
];
const speaking = { floor: { statement: { id: '7', inscriptionId: 'food-1' } } };

test('a planned meeting is opened', () => {
  expect(stepOf(roomOf(two, { meeting: { course: 'COURSE_PLANNED' } }))).toEqual({
    kind: 'open',
    meetingId: 'cuba',
  });
});

test('a suspended meeting is resumed, also while somebody has the floor', () => {
  expect(stepOf(roomOf(two, { meeting: { course: 'COURSE_SUSPENDED' }, ...speaking }))).toEqual({
    kind: 'resume',
    meetingId: 'cuba',
  });
});

test('next names the statement it ends and whom it calls', () => {
  expect(stepOf(roomOf(two, speaking))).toMatchObject({
    kind: 'next',
    endingId: '7',
    callingId: 'media-1',
    calling: { title: 'media' },
  });
});

test('with nobody speaking it ends statement 0', () => {
  expect(stepOf(roomOf([{ id: 'sur', minutes: 2 }]))).toMatchObject({
    kind: 'next',
    endingId: '0',
    callingId: 'sur-1',
  });
});

test('the last statement is ended, and then the meeting is closed', () => {
  const last: Seat[] = [{ id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_SPEAKING' }];
  expect(stepOf(roomOf(last, speaking))).toEqual({ kind: 'end', endingId: '7' });
  const none: Seat[] = [{ id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_SPOKEN' }];
  expect(stepOf(roomOf(none))).toEqual({ kind: 'close', meetingId: 'cuba' });
});

test('only empty chairs wait: nobody is called', () => {
  expect(stepOf(roomOf([{ id: 'food', minutes: 5, absent: true }]))).toEqual({
    kind: 'close',
    meetingId: 'cuba',
  });
});

test('after a closed meeting comes the next one that is still planned', () => {
  const agenda = {
    meetings: [
      { id: 'chad', course: 'COURSE_PLANNED' },
      { id: 'cuba', course: 'COURSE_CLOSED' },
      { id: 'germany', course: 'COURSE_CLOSED' },
      { id: 'mali', course: 'COURSE_PLANNED' },
    ],
  };
  expect(stepOf(roomOf([], { meeting: { course: 'COURSE_CLOSED' }, agenda }))).toMatchObject({
    kind: 'announce',
    meeting: { id: 'mali' },
  });
});

test('after the last meeting, and in an empty room, there is nothing to do', () => {
  expect(stepOf(roomOf([], { meeting: { course: 'COURSE_CLOSED' } }))).toBeUndefined();
  expect(stepOf(roomOf([], { meeting: { id: '' } }))).toBeUndefined();
});

test('a step that calls another, or ends another statement, is another step', () => {
  const first = stepKey(stepOf(roomOf(two, speaking)));
  expect(first).toBe('next 7 media-1');
  const media: Seat[] = [
    { id: 'media', minutes: 5, status: 'INSCRIPTION_STATUS_SPEAKING' },
    { id: 'nhri', minutes: 5 },
  ];
  expect(stepKey(stepOf(roomOf(media, { floor: { statement: { id: '8' } } })))).toBe(
    'next 8 nhri-1',
  );
});

const heard = roomOf(
  [
    { id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_INTERRUPTED' },
    {
      id: 'fr',
      minutes: 2,
      kind: 'INSCRIPTION_KIND_POINT_OF_ORDER',
      status: 'INSCRIPTION_STATUS_SPEAKING',
    },
    { id: 'water', minutes: 5, absent: true },
  ],
  { floor: { statement: { id: '9', inscriptionId: 'fr-1' } } },
);

test('while a point of order is heard, only a ruling is offered', () => {
  expect(hearsPointOfOrder(heard)).toBe(true);
  expect(stepOf(heard)).toEqual({ kind: 'rule', statementId: '9' });
  expect(stepKey(stepOf(heard))).toBe('rule 9');
  expect(emptyChairOf(heard)).toBeUndefined();
});

test('an empty chair at the head of the list has its turn, though Next would pass it by', () => {
  const absent = { id: 'water', minutes: 5, absent: true };
  const expected = { id: 'water', minutes: 5, expected: true };
  const present = { id: 'media', minutes: 5 };
  expect(emptyChairOf(roomOf([absent, present]))?.id).toBe('water-1');
  expect(emptyChairOf(roomOf([expected, present]))?.id).toBe('water-1');
  expect(emptyChairOf(roomOf([present, absent]))).toBeUndefined();
  const planned = { meeting: { course: 'COURSE_PLANNED' } };
  expect(emptyChairOf(roomOf([absent], planned))).toBeUndefined();
});
