import { expect, test } from 'vitest';
import type { InscriptionStatus } from '$kit/protocol';
import {
  answerersOf,
  askedOf,
  openQuestionsOf,
  readersOf,
  steppedBudget,
} from '../../../clients/chair/model/answers';
import { delegationOf } from '../../../clients/chair/model/list';
import { roomOf, type Seat } from './rooms';

const panel: Seat[] = [
  { id: 'sur', minutes: 2, status: 'INSCRIPTION_STATUS_SPOKEN' },
  { id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_SPOKEN' },
  { id: 'media', minutes: 5, status: 'INSCRIPTION_STATUS_SPOKEN' },
  { id: 'water', minutes: 5, absent: true },
];

const asked = (
  id: string,
  addressedTo: string[],
  status: InscriptionStatus = 'INSCRIPTION_STATUS_SPOKEN',
): Seat => ({
  id,
  minutes: 2,
  kind: 'INSCRIPTION_KIND_QUESTION',
  status,
  addressedTo,
});

/** Turns in this order; the last of them may have the floor. */
const turns = (...ids: string[]) => ({
  meeting: { turns: ids.map((id) => ({ inscriptionId: `${id}-1` })) },
});

test('those whom the question names are asked, in the order of the plates, if they are here', () => {
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
  const speaking = { floor: { statement: { id: '7', inscriptionId: 'pe-1' } } };
  const room = roomOf(
    [
      ...panel,
      {
        id: 'mod',
        minutes: 2,
        kind: 'INSCRIPTION_KIND_FOLLOW_UP',
        status: 'INSCRIPTION_STATUS_SPOKEN',
      },
      asked('pe', [], 'INSCRIPTION_STATUS_SPEAKING'),
    ],
    { ...turns('mod'), ...speaking },
  );
  expect(openQuestionsOf(room).map(({ id }) => id)).toEqual(['mod-1', 'pe-1']);
});

test('what was answered is no longer open', () => {
  const answer: Seat = {
    id: 'food',
    minutes: 4,
    kind: 'INSCRIPTION_KIND_ANSWER',
    status: 'INSCRIPTION_STATUS_SPOKEN',
  };
  const seats = [panel[0]!, answer, asked('fr', ['food']), asked('pe', ['food'])];
  const room = roomOf(seats, turns('fr', 'food', 'pe'));
  expect(openQuestionsOf(room).map(({ id }) => id)).toEqual(['pe-1']);
});

test('answers that wait on the list answer all that was asked', () => {
  const seats: Seat[] = [
    ...panel,
    asked('fr', []),
    { id: 'nhri', minutes: 4, kind: 'INSCRIPTION_KIND_ANSWER' },
  ];
  expect(openQuestionsOf(roomOf(seats, turns('fr')))).toEqual([]);
});

test('who is absent does not answer, and whose statement is read by another may', () => {
  const room = roomOf(panel);
  room.plates!.delegations[2]!.standing = 'STANDING_READ_BY';
  expect(answerersOf(room).map(({ id }) => id)).toEqual(['sur', 'food', 'media']);
});

test('the panel that is here reads for another, and the moderator', () => {
  const moderator = {
    id: 'moderator',
    kind: 'DELEGATION_KIND_MODERATOR',
    standing: 'STANDING_PRESENT',
  };
  const mission = { id: 'fr', kind: 'DELEGATION_KIND_MISSION', standing: 'STANDING_PRESENT' };
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
