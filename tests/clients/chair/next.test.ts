import { expect, test } from 'vitest';
import {
  emptyChairOf,
  hearsPointOfOrder,
  isPassedOver,
  stepKey,
  stepOf,
} from '../../../clients/chair/model/next';
import { waitingOf } from '../../../clients/chair/model/list';
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
  expect(stepOf(roomOf([{ id: 'food', minutes: 5, absent: true }]))).toMatchObject({
    kind: 'emptyChair',
    row: { id: 'food-1' },
    then: { kind: 'close', meetingId: 'cuba' },
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

const spoken = 'INSCRIPTION_STATUS_SPOKEN';
const question: Seat = { id: 'peru', minutes: 2, kind: 'INSCRIPTION_KIND_QUESTION' };

test('a question leads to its answer, by those for whom it is meant', () => {
  const asked = [
    { id: 'food', minutes: 5, status: spoken },
    { id: 'media', minutes: 5, status: spoken },
    { ...question, status: 'INSCRIPTION_STATUS_SPEAKING', addressedTo: ['media'] },
    { ...question, id: 'chile' },
  ] satisfies Seat[];
  const during = roomOf(asked, { floor: { statement: { id: '9', inscriptionId: 'peru-1' } } });
  expect(stepOf(during)).toMatchObject({
    kind: 'answer',
    questions: [{ id: 'peru-1' }],
    answering: [{ id: 'media' }],
    toPanel: false,
    then: { kind: 'next', endingId: '9', callingId: 'chile-1' },
  });
  expect(stepKey(stepOf(during))).toBe('answer media');
  const after = roomOf(
    asked.map((seat) => (seat.id === 'peru' ? { ...seat, status: spoken } : seat)),
    { meeting: { turns: [{ inscriptionId: 'food-1' }, { inscriptionId: 'peru-1' }] } },
  );
  expect(stepOf(after)).toMatchObject({ kind: 'answer', answering: [{ id: 'media' }] });
});

test('a question that names nobody leads to the answers of the panel', () => {
  const asked: Seat[] = [
    { id: 'food', minutes: 5, status: spoken },
    { id: 'media', minutes: 5, status: spoken },
    { ...question, status: spoken },
  ];
  const after = roomOf(asked, { meeting: { turns: [{ inscriptionId: 'peru-1' }] } });
  expect(stepOf(after)).toMatchObject({
    kind: 'answer',
    answering: [{ id: 'food' }, { id: 'media' }],
    toPanel: true,
    then: { kind: 'close' },
  });
});

test('once it is answered, or somebody else has spoken, the meeting goes on without an answer', () => {
  const answer: Seat = { id: 'food', minutes: 4, kind: 'INSCRIPTION_KIND_ANSWER', roundId: '3' };
  const waits = roomOf([{ ...question, status: spoken }, answer], {
    meeting: { turns: [{ inscriptionId: 'peru-1' }] },
  });
  expect(stepOf(waits)).toMatchObject({ kind: 'next', callingId: 'food-1' });
  const reply: Seat = { id: 'sur', minutes: 2, kind: 'INSCRIPTION_KIND_RIGHT_OF_REPLY' };
  const replied = roomOf(
    [
      { id: 'food', minutes: 5, status: spoken },
      { ...question, status: spoken },
      { ...reply, status: spoken },
    ],
    { meeting: { turns: [{ inscriptionId: 'peru-1' }, { inscriptionId: 'sur-1' }] } },
  );
  expect(stepOf(replied)).toEqual({ kind: 'close', meetingId: 'cuba' });
});

test('a point of order after a question does not answer it', () => {
  const order: Seat = { id: 'fr', minutes: 2, kind: 'INSCRIPTION_KIND_POINT_OF_ORDER' };
  const seats: Seat[] = [
    { id: 'food', minutes: 5, status: spoken },
    { ...question, status: spoken },
    { ...order, status: spoken },
  ];
  const turns = [{ inscriptionId: 'peru-1' }, { inscriptionId: 'fr-1' }];
  expect(stepOf(roomOf(seats, { meeting: { turns } }))?.kind).toBe('answer');
});

test('the turn of an empty chair is the step, and the next speaker goes first only if the chair says so', () => {
  const seats: Seat[] = [
    { id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_SPEAKING' },
    { id: 'water', minutes: 5, absent: true },
    { id: 'media', minutes: 5 },
  ];
  const step = stepOf(roomOf(seats, speaking));
  expect(step).toMatchObject({
    kind: 'emptyChair',
    row: { id: 'water-1' },
    then: { kind: 'next', endingId: '7', callingId: 'media-1' },
  });
  expect(stepKey(step)).toBe('emptyChair water-1');
});

test('an empty chair that was passed over has its turn no more, not in the questions either', () => {
  const water: Seat = { id: 'water', minutes: 5, absent: true };
  const media: Seat = { id: 'media', minutes: 5, status: 'INSCRIPTION_STATUS_SPEAKING' };
  const passed = roomOf([water, media, { id: 'nhri', minutes: 5 }], {
    floor: { statement: { id: '8', inscriptionId: 'media-1' } },
  });
  expect(stepOf(passed)).toMatchObject({ kind: 'next', callingId: 'nhri-1' });
  // An answer stands before it on the list.
  const answer: Seat = {
    id: 'food',
    minutes: 4,
    kind: 'INSCRIPTION_KIND_ANSWER',
    status: 'INSCRIPTION_STATUS_SPEAKING',
  };
  const answering = roomOf([answer, water, question], {
    floor: { statement: { id: '9', inscriptionId: 'food-1' } },
  });
  expect(emptyChairOf(answering)).toBeUndefined();
  expect(stepOf(answering)).toMatchObject({ kind: 'next', callingId: 'peru-1' });
  expect(isPassedOver(answering, waitingOf(answering)[0]!)).toBe(true);
});

test('an empty chair behind the one that has the floor has its turn next', () => {
  const seats: Seat[] = [
    { id: 'water', minutes: 5, absent: true },
    { id: 'media', minutes: 5, status: spoken },
    { id: 'health', minutes: 5, absent: true },
    { id: 'nhri', minutes: 5 },
  ];
  const after = roomOf(seats, { meeting: { turns: [{ inscriptionId: 'media-1' }] } });
  expect(emptyChairOf(after)?.id).toBe('health-1');
});
