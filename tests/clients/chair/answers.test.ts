import { expect, test } from 'vitest';
import {
  answerersOf,
  askedOf,
  openQuestionsOf,
  readersOf,
  steppedBudget,
} from '../../../clients/chair/model/answers';
import { delegationOf } from '../../../clients/chair/model/list';
import { DelegationKind, InscriptionKind, InscriptionStatus, Standing } from '$proto/room_pb';
import { roomOf, type Seat } from './rooms';

const { QUESTION, FOLLOW_UP, ANSWER } = InscriptionKind;
const { SPEAKING, SPOKEN } = InscriptionStatus;

const panel: Seat[] = [
  { id: 'sur', minutes: 2, status: SPOKEN },
  { id: 'food', minutes: 5, status: SPOKEN },
  { id: 'media', minutes: 5, status: SPOKEN },
  { id: 'water', minutes: 5, absent: true },
];

const asked = (id: string, addressedTo: string[], status = SPOKEN): Seat => ({
  id,
  minutes: 2,
  kind: QUESTION,
  status,
  addressedTo,
});

/** Turns in this order; the last of them has the floor when told so. */
const turns = (...ids: string[]) => ({
  meeting: { turns: ids.map((id) => ({ inscriptionId: `${id}-1` })) },
});

test('whoever the question names is asked, in the order of the plates, as far as it is here', () => {
  const room = roomOf([...panel, asked('fr', ['media', 'water', 'food'])], turns('fr'));
  expect(askedOf(room)).toEqual(['food', 'media']);
});

test('a question that names nobody asks the panel, and the State under Review only where it is named', () => {
  const room = roomOf([...panel, asked('fr', ['sur']), asked('pe', [])], turns('fr', 'pe'));
  expect(askedOf(room)).toEqual(['sur', 'food', 'media']);
  const panelOnly = roomOf([...panel, asked('pe', [])], turns('pe'));
  expect(askedOf(panelOnly)).toEqual(['food', 'media']);
});

test('a question that is being asked counts, and so does a follow-up', () => {
  const speaking = { floor: { statement: { id: 7n, inscriptionId: 'pe-1' } } };
  const room = roomOf(
    [
      ...panel,
      { id: 'mod', minutes: 2, kind: FOLLOW_UP, status: SPOKEN },
      asked('pe', [], SPEAKING),
    ],
    { ...turns('mod'), ...speaking },
  );
  expect(openQuestionsOf(room).map(({ id }) => id)).toEqual(['mod-1', 'pe-1']);
});

test('what was answered is no longer open', () => {
  const answer: Seat = { id: 'food', minutes: 4, kind: ANSWER, status: SPOKEN };
  const seats = [panel[0]!, answer, asked('fr', ['food']), asked('pe', ['food'])];
  const room = roomOf(seats, turns('fr', 'food', 'pe'));
  expect(openQuestionsOf(room).map(({ id }) => id)).toEqual(['pe-1']);
});

test('answers that wait on the list answer all that was asked', () => {
  const seats = [...panel, asked('fr', []), { id: 'nhri', minutes: 4, kind: ANSWER }];
  expect(openQuestionsOf(roomOf(seats, turns('fr')))).toEqual([]);
});

test('who is absent does not answer, and whose statement is read by another may', () => {
  const room = roomOf(panel);
  room.plates!.delegations[2]!.standing = Standing.READ_BY;
  expect(answerersOf(room).map(({ id }) => id)).toEqual(['sur', 'food', 'media']);
});

test('the panel that is here reads for another, and the moderator', () => {
  const moderator = {
    id: 'moderator',
    kind: DelegationKind.MODERATOR,
    standing: Standing.PRESENT,
  };
  const mission = { id: 'fr', kind: DelegationKind.MISSION, standing: Standing.PRESENT };
  const room = roomOf(panel, { roll: { delegations: [moderator, mission] } });
  const absent = delegationOf(room, 'water')!;
  expect(readersOf(room, absent).map(({ id }) => id)).toEqual(['food', 'media', 'moderator']);
  const present = delegationOf(room, 'food')!;
  expect(readersOf(room, present).map(({ id }) => id)).toEqual(['media', 'moderator']);
});

test('a budget goes by half minutes, from half a minute to half an hour', () => {
  expect(steppedBudget(240_000, 1)).toBe(270_000);
  expect(steppedBudget(30_000, -1)).toBe(30_000);
  expect(steppedBudget(1_800_000, 1)).toBe(1_800_000);
});
