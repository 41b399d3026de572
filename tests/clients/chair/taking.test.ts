import { expect, test } from 'vitest';
import {
  callAnswers,
  giveFloor,
  honour,
  moveTo,
  pointOfOrder,
  signal,
  yieldTo,
} from '../../../clients/chair/model/commands';
import { rowsOf } from '../../../clients/chair/model/list';
import { takingOf } from '../../../clients/chair/model/taking';
import { MINUTE, TEN, roomOf, type Seat } from './rooms';

const seats: Seat[] = [
  { id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_SPEAKING' },
  { id: 'media', minutes: 5 },
  { id: 'nhri', minutes: 5, absent: true },
];
const statement = {
  id: '7',
  inscriptionId: 'food-1',
  delegationId: 'food',
  allottedMs: 5 * MINUTE,
  givenAtUnixMs: TEN,
  runningSinceUnixMs: TEN,
};
const speaking = roomOf(seats, { floor: { statement } });
const [, media, nhri] = rowsOf(speaking);
const atOne = TEN + MINUTE;

test('passing the time left on ends the statement of who speaks', () => {
  expect(takingOf(speaking, yieldTo(speaking, media!.inscription), atOne)).toMatchObject({
    kind: 'ends',
    statementId: '7',
    from: { id: 'food' },
    to: { id: 'media' },
    withTime: true,
  });
});

test('giving the floor out of turn, and the turn of an empty chair, end it too', () => {
  const given = takingOf(speaking, giveFloor(speaking, media!.inscription), atOne);
  expect(given).toMatchObject({ kind: 'ends', to: { id: 'media' }, withTime: false });
  const silence = takingOf(speaking, honour(speaking, nhri!.inscription, 30_000), atOne);
  expect(silence).toMatchObject({ kind: 'ends', to: { id: 'nhri' }, silence: true });
  const none = takingOf(speaking, honour(speaking, nhri!.inscription, 0), atOne);
  expect(none).toMatchObject({ kind: 'ends', to: { id: 'nhri' }, silence: false });
});

test('a point of order of the podium interrupts; one that is asked for is answered, and asks nothing', () => {
  const command = pointOfOrder(speaking, media!.delegation);
  expect(takingOf(speaking, command, atOne)).toMatchObject({
    kind: 'interrupts',
    from: { id: 'food' },
    to: { id: 'media' },
  });
  const request = { id: 'ask-4', delegationId: 'media', kind: 'INSCRIPTION_KIND_POINT_OF_ORDER' };
  const asking = roomOf(seats, {
    floor: { statement },
    questions: { requests: [request] },
  });
  expect(takingOf(asking, command, atOne)).toBeUndefined();
});

const callsNext = {
  case: 'next',
  value: { endingStatementId: '7', callingInscriptionId: 'media-1' },
} as const;

test('Next and Answer ask nothing, nor does the next question before the answers', () => {
  expect(takingOf(speaking, callsNext, atOne)).toBeUndefined();
  const asked = roomOf(
    [
      { id: 'media', minutes: 5, status: 'INSCRIPTION_STATUS_SPOKEN' },
      { ...seats[0]!, kind: 'INSCRIPTION_KIND_QUESTION' },
    ],
    { floor: { statement } },
  );
  const answer = callAnswers(asked, [rowsOf(asked)[0]!.delegation]);
  expect(takingOf(asked, answer, atOne)).toBeUndefined();
  expect(takingOf(asked, callsNext, atOne)).toBeUndefined();
});

test('calling the next speaker before an empty chair asks', () => {
  const [food, media, nhri] = seats as [Seat, Seat, Seat];
  const chair = roomOf([food, nhri, media], { floor: { statement } });
  expect(takingOf(chair, callsNext, atOne)).toMatchObject({
    kind: 'ends',
    from: { id: 'food' },
    to: { id: 'media' },
  });
});

test('End says what it does, and other acts take the floor from nobody', () => {
  const end = { case: 'endStatement', value: { statementId: '7' } } as const;
  expect(takingOf(speaking, end, atOne)).toBeUndefined();
  expect(takingOf(speaking, signal('SIGNAL_KIND_CONCLUDE'), atOne)).toBeUndefined();
  expect(takingOf(speaking, moveTo(['media-1', 'nhri-1'], 'media-1'), atOne)).toBeUndefined();
});

test('who has no more than half a minute left is not cut off, and a silence has no speaker', () => {
  const give = giveFloor(speaking, media!.inscription);
  expect(takingOf(speaking, give, TEN + 4.5 * MINUTE - 1)?.kind).toBe('ends');
  expect(takingOf(speaking, give, TEN + 4.5 * MINUTE)).toBeUndefined();
  expect(takingOf(speaking, give, TEN + 5 * MINUTE)).toBeUndefined();
  expect(takingOf(roomOf(seats.slice(1)), give, atOne)).toBeUndefined();
  const silent = roomOf(seats, { floor: { statement: { ...statement, silence: true } } });
  expect(takingOf(silent, give, atOne)).toBeUndefined();
});
