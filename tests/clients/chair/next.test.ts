import { expect, test } from 'vitest';
import {
  emptyChairOf,
  hearsPointOfOrder,
  isPassedOver,
  stepKey,
  stepOf,
} from '../../../clients/chair/model/next';
import { waitingOf } from '../../../clients/chair/model/list';
import { MINUTE, roomOf, TEN, type Seat } from './rooms';

const two: Seat[] = [
  { id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_SPEAKING' },
  { id: 'media', minutes: 5 },
];
const spoken = 'INSCRIPTION_STATUS_SPOKEN';
const question: Seat = { id: 'peru', minutes: 2, kind: 'INSCRIPTION_KIND_QUESTION' };
const speaking = { floor: { statement: { id: '7', inscriptionId: 'food-1' } } };

test('a planned meeting is opened', () => {
  expect(stepOf(roomOf(two, { meeting: { course: 'COURSE_PLANNED' } }), TEN)).toEqual({
    kind: 'open',
    meetingId: 'cuba',
  });
});

test('a suspended meeting is resumed, also while somebody has the floor', () => {
  expect(
    stepOf(roomOf(two, { meeting: { course: 'COURSE_SUSPENDED' }, ...speaking }), TEN),
  ).toEqual({
    kind: 'resume',
    meetingId: 'cuba',
  });
});

test('next names the statement it ends and whom it calls', () => {
  expect(stepOf(roomOf(two, speaking), TEN)).toMatchObject({
    kind: 'next',
    endingId: '7',
    callingId: 'media-1',
    calling: { title: 'media' },
  });
});

test('with nobody speaking it ends statement 0', () => {
  expect(stepOf(roomOf([{ id: 'sur', minutes: 2 }]), TEN)).toMatchObject({
    kind: 'next',
    endingId: '0',
    callingId: 'sur-1',
  });
});

test('the last statement is ended, and then the meeting is closed', () => {
  const last: Seat[] = [{ id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_SPEAKING' }];
  expect(stepOf(roomOf(last, speaking), TEN)).toEqual({ kind: 'end', endingId: '7' });
  const none: Seat[] = [{ id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_SPOKEN' }];
  expect(stepOf(roomOf(none), TEN)).toEqual({ kind: 'close', meetingId: 'cuba' });
});

const heardAll: Seat[] = [{ id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_SPOKEN' }];
const kept = { hour: { reserveLeftMs: 15 * MINUTE } };
const asks = (id: string, kind = 'INSCRIPTION_KIND_QUESTION') => ({
  id: `ask-${id}`,
  delegationId: id,
  kind,
});
const peru = {
  roll: {
    delegations: [
      { id: 'peru', kind: 'DELEGATION_KIND_MISSION', standing: 'STANDING_PRESENT', title: 'peru' },
    ],
  },
};

test('after the panel the questions are opened, if time is kept for them', () => {
  expect(stepOf(roomOf(heardAll, kept), TEN)).toEqual({ kind: 'openQuestions' });
  expect(stepKey(stepOf(roomOf(heardAll, kept), TEN))).toBe('openQuestions');
  const none = { hour: { reserveLeftMs: 0 } };
  expect(stepOf(roomOf(heardAll, none), TEN)?.kind).toBe('close');
});

test('a list for questions that was open and closed again leads to the closing', () => {
  const closed = roomOf(heardAll, { ...kept, questions: { open: false, closesAtUnixMs: TEN } });
  expect(stepOf(closed, TEN)?.kind).toBe('close');
  const timeOver = roomOf(heardAll, { ...kept, questions: { open: true, closesAtUnixMs: TEN } });
  expect(stepOf(timeOver, TEN)?.kind).toBe('close');
  // It was not open: the podium put the question on the list.
  const asked = roomOf([...heardAll, { ...question, status: spoken }], kept);
  expect(stepOf(asked, TEN)?.kind).toBe('close');
});

test('who asks first is accepted before the meeting is closed', () => {
  const questions = { open: true, requests: [asks('peru'), asks('food')] };
  const room = roomOf(heardAll, { ...kept, ...peru, questions });
  expect(stepOf(room, TEN)).toMatchObject({ kind: 'accept', row: { id: 'ask-peru' } });
  expect(stepKey(stepOf(room, TEN))).toBe('accept ask-peru');
  // Also where the list was closed meanwhile.
  const closed = { ...questions, open: false, closesAtUnixMs: TEN };
  expect(stepOf(roomOf(heardAll, { ...peru, questions: closed }), TEN)?.kind).toBe('accept');
  // A point of order has buttons of its own.
  const order = { open: true, requests: [asks('peru', 'INSCRIPTION_KIND_POINT_OF_ORDER')] };
  expect(stepOf(roomOf(heardAll, { ...peru, questions: order }), TEN)?.kind).toBe('questions');
});

test('while the list for questions is open and nobody asks, nothing is proposed', () => {
  const open = roomOf(heardAll, { ...kept, questions: { open: true, closesAtUnixMs: TEN + 1 } });
  expect(stepOf(open, TEN)).toEqual({ kind: 'questions' });
  expect(stepKey(stepOf(open, TEN))).toBe('questions');
});

test('only empty chairs wait: nobody is called', () => {
  expect(stepOf(roomOf([{ id: 'food', minutes: 5, absent: true }]), TEN)).toMatchObject({
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
  expect(stepOf(roomOf([], { meeting: { course: 'COURSE_CLOSED' }, agenda }), TEN)).toMatchObject({
    kind: 'announce',
    meeting: { id: 'mali' },
  });
});

test('after the last meeting, and in an empty room, there is nothing to do', () => {
  expect(stepOf(roomOf([], { meeting: { course: 'COURSE_CLOSED' } }), TEN)).toBeUndefined();
  expect(stepOf(roomOf([], { meeting: { id: '' } }), TEN)).toBeUndefined();
});

test('a step that calls another, or ends another statement, is another step', () => {
  const first = stepKey(stepOf(roomOf(two, speaking), TEN));
  expect(first).toBe('next 7 media-1');
  const media: Seat[] = [
    { id: 'media', minutes: 5, status: 'INSCRIPTION_STATUS_SPEAKING' },
    { id: 'nhri', minutes: 5 },
  ];
  expect(stepKey(stepOf(roomOf(media, { floor: { statement: { id: '8' } } }), TEN))).toBe(
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
  expect(stepOf(heard, TEN)).toEqual({ kind: 'rule', statementId: '9' });
  expect(stepKey(stepOf(heard, TEN))).toBe('rule 9');
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

test('a question leads to its answer, by those for whom it is meant', () => {
  const asked = [
    { id: 'food', minutes: 5, status: spoken },
    { id: 'media', minutes: 5, status: spoken },
    { ...question, status: 'INSCRIPTION_STATUS_SPEAKING', addressedTo: ['media'] },
    { ...question, id: 'chile' },
  ] satisfies Seat[];
  const during = roomOf(asked, { floor: { statement: { id: '9', inscriptionId: 'peru-1' } } });
  expect(stepOf(during, TEN)).toMatchObject({
    kind: 'answer',
    questions: [{ id: 'peru-1' }],
    answering: [{ id: 'media' }],
    toPanel: false,
    then: { kind: 'next', endingId: '9', callingId: 'chile-1' },
  });
  expect(stepKey(stepOf(during, TEN))).toBe('answer media');
  const after = roomOf(
    asked.map((seat) => (seat.id === 'peru' ? { ...seat, status: spoken } : seat)),
    { meeting: { turns: [{ inscriptionId: 'food-1' }, { inscriptionId: 'peru-1' }] } },
  );
  expect(stepOf(after, TEN)).toMatchObject({ kind: 'answer', answering: [{ id: 'media' }] });
});

test('a question that names nobody leads to the answers of the panel', () => {
  const asked: Seat[] = [
    { id: 'food', minutes: 5, status: spoken },
    { id: 'media', minutes: 5, status: spoken },
    { ...question, status: spoken },
  ];
  const after = roomOf(asked, { meeting: { turns: [{ inscriptionId: 'peru-1' }] } });
  expect(stepOf(after, TEN)).toMatchObject({
    kind: 'answer',
    answering: [{ id: 'food' }, { id: 'media' }],
    toPanel: true,
    then: { kind: 'close' },
  });
});

test('a question for those who are not here leads to the choice of who answers, beside the next speaker', () => {
  const panel: Seat[] = [
    { id: 'food', minutes: 5, status: spoken },
    { id: 'media', minutes: 5, status: 'INSCRIPTION_STATUS_EMPTY_CHAIR', absent: true },
  ];
  const asked: Seat[] = [
    ...panel,
    { ...question, status: spoken, addressedTo: ['media'] },
    { ...question, id: 'chile' },
  ];
  const turns = { meeting: { turns: [{ inscriptionId: 'peru-1' }] } };
  const step = stepOf(roomOf(asked, turns), TEN);
  expect(step).toMatchObject({
    kind: 'whoAnswers',
    questions: [{ id: 'peru-1' }],
    then: { kind: 'next', callingId: 'chile-1' },
  });
  expect(stepKey(step)).toBe('whoAnswers next 0 chile-1');
  // Nobody is here who could answer.
  const nobody = asked.filter(({ id }) => id !== 'food');
  expect(stepOf(roomOf(nobody, turns), TEN)?.kind).toBe('next');
  // It was answered by another.
  const answer: Seat = { id: 'sur', minutes: 4, kind: 'INSCRIPTION_KIND_ANSWER', status: spoken };
  const answered = {
    meeting: { turns: [{ inscriptionId: 'peru-1' }, { inscriptionId: 'sur-1' }] },
  };
  expect(stepOf(roomOf([...asked, answer], answered), TEN)?.kind).toBe('next');
});

test('once it is answered, or somebody else has spoken, the meeting goes on without an answer', () => {
  const answer: Seat = { id: 'food', minutes: 4, kind: 'INSCRIPTION_KIND_ANSWER', roundId: '3' };
  const waits = roomOf([{ ...question, status: spoken }, answer], {
    meeting: { turns: [{ inscriptionId: 'peru-1' }] },
  });
  expect(stepOf(waits, TEN)).toMatchObject({ kind: 'next', callingId: 'food-1' });
  const reply: Seat = { id: 'sur', minutes: 2, kind: 'INSCRIPTION_KIND_RIGHT_OF_REPLY' };
  const replied = roomOf(
    [
      { id: 'food', minutes: 5, status: spoken },
      { ...question, status: spoken },
      { ...reply, status: spoken },
    ],
    { meeting: { turns: [{ inscriptionId: 'peru-1' }, { inscriptionId: 'sur-1' }] } },
  );
  expect(stepOf(replied, TEN)).toEqual({ kind: 'close', meetingId: 'cuba' });
});

test('a point of order after a question does not answer it', () => {
  const order: Seat = { id: 'fr', minutes: 2, kind: 'INSCRIPTION_KIND_POINT_OF_ORDER' };
  const seats: Seat[] = [
    { id: 'food', minutes: 5, status: spoken },
    { ...question, status: spoken },
    { ...order, status: spoken },
  ];
  const turns = [{ inscriptionId: 'peru-1' }, { inscriptionId: 'fr-1' }];
  expect(stepOf(roomOf(seats, { meeting: { turns } }), TEN)?.kind).toBe('answer');
});

test('the turn of an empty chair is the step, and the next speaker goes first only if the chair says so', () => {
  const seats: Seat[] = [
    { id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_SPEAKING' },
    { id: 'water', minutes: 5, absent: true },
    { id: 'media', minutes: 5 },
  ];
  const step = stepOf(roomOf(seats, speaking), TEN);
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
  expect(stepOf(passed, TEN)).toMatchObject({ kind: 'next', callingId: 'nhri-1' });
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
  expect(stepOf(answering, TEN)).toMatchObject({ kind: 'next', callingId: 'peru-1' });
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

test('once all others of its part are heard, the turn of a passed-over empty chair comes again', () => {
  const panel: Seat[] = [
    { id: 'water', minutes: 5, absent: true },
    { id: 'housing', minutes: 5, expected: true },
    { id: 'media', minutes: 5, status: 'INSCRIPTION_STATUS_SPEAKING' },
  ];
  const floor = { floor: { statement: { id: '8', inscriptionId: 'media-1' } } };
  expect(emptyChairOf(roomOf([...panel, { id: 'nhri', minutes: 5 }], floor))).toBeUndefined();
  const last = roomOf([...panel, question], floor);
  expect(emptyChairOf(last)?.id).toBe('water-1');
  expect(isPassedOver(last, waitingOf(last)[0]!)).toBe(false);
  expect(stepOf(last, TEN)).toMatchObject({ kind: 'emptyChair', then: { callingId: 'peru-1' } });
  // The questions have begun: it is not called back from among them.
  const asking = roomOf(
    [
      ...panel.slice(0, 2),
      { id: 'media', minutes: 5, status: spoken },
      { ...question, status: spoken },
    ],
    { meeting: { turns: [{ inscriptionId: 'media-1' }, { inscriptionId: 'peru-1' }] } },
  );
  expect(emptyChairOf(asking)).toBeUndefined();
});
