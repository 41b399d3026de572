import { expect, test } from 'vitest';
import { contributionsOf, overviewOf } from '../../../clients/chair/model/contributions';
import { MINUTE, roomOf } from './rooms';

const spoken = 'INSCRIPTION_STATUS_SPOKEN';

test('the statements and the time of each delegation, of the turns that have ended', () => {
  const room = roomOf(
    [
      { id: 'food', minutes: 5, status: spoken },
      { id: 'media', minutes: 5, status: spoken },
      { id: 'water', minutes: 5, status: 'INSCRIPTION_STATUS_EMPTY_CHAIR' },
      { id: 'nhri', minutes: 5 },
    ],
    {
      meeting: {
        turns: [
          { inscriptionId: 'food-1', spokenMs: 2 * MINUTE },
          { inscriptionId: 'media-1', spokenMs: 5 * MINUTE },
          // The floor again, after an interruption.
          { inscriptionId: 'food-1', spokenMs: MINUTE },
          // A silence for an empty chair.
          { inscriptionId: 'water-1', spokenMs: 0 },
        ],
      },
    },
  );
  expect(Object.fromEntries(contributionsOf(room))).toEqual({
    food: { statements: 1, spokenMs: 3 * MINUTE },
    media: { statements: 1, spokenMs: 5 * MINUTE },
  });
});

test('a statement and an answer of one delegation count together', () => {
  const room = roomOf([{ id: 'food', minutes: 5, status: spoken }], {
    meeting: {
      turns: [
        { inscriptionId: 'food-1', spokenMs: 5 * MINUTE },
        { inscriptionId: 'a-1', spokenMs: 2 * MINUTE },
      ],
    },
  });
  const answer = { ...room.list!.inscriptions[0]!, id: 'a-1' };
  room.list!.inscriptions.push(answer);
  expect(contributionsOf(room).get('food')).toEqual({ statements: 2, spokenMs: 7 * MINUTE });
});

test('a point of order is no statement', () => {
  const turns = [
    { inscriptionId: 'food-1', spokenMs: 2 * MINUTE },
    { inscriptionId: 'point', spokenMs: MINUTE },
  ];
  const room = roomOf([{ id: 'food', minutes: 5, status: spoken }], { meeting: { turns } });
  const kind = 'INSCRIPTION_KIND_POINT_OF_ORDER';
  room.list!.inscriptions.push({ ...room.list!.inscriptions[0]!, id: 'point', kind });
  expect(contributionsOf(room).get('food')).toEqual({ statements: 1, spokenMs: 2 * MINUTE });
});

test('the overview is ordered by time, then by name, and has those who have not spoken', () => {
  const plates = ['water', 'food', 'media', 'nhri'].map((id) => ({ id, minutes: 5 }));
  const turns = [
    { inscriptionId: 'water-1', spokenMs: 2 * MINUTE },
    { inscriptionId: 'media-1', spokenMs: 5 * MINUTE },
  ];
  const room = roomOf(plates, { meeting: { turns } });
  const rows = overviewOf(room, ({ id }) => id, 'en');
  const shown = rows.map(({ title, statements, spokenMs }) => [title, statements, spokenMs]);
  expect(shown.filter(([title]) => title !== 'sur')).toEqual([
    ['media', 1, 5 * MINUTE],
    ['water', 1, 2 * MINUTE],
    ['food', 0, 0],
    ['nhri', 0, 0],
  ]);
});

test('the overview is empty while nobody has spoken', () => {
  expect(overviewOf(roomOf([{ id: 'food', minutes: 5 }]), ({ id }) => id, 'en')).toEqual([]);
});
