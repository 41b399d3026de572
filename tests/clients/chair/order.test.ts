import { expect, test } from 'vitest';
import { arrange, orderLines } from '../../../clients/chair/model/order';
import type { ListOrder } from '$kit/protocol';
import { roomOf } from './rooms';

const room = roomOf([
  { id: 'sur', minutes: 2, status: 'INSCRIPTION_STATUS_SPEAKING' },
  { id: 'food', minutes: 5 },
  { id: 'media', minutes: 5 },
  { id: 'nhri', minutes: 5, absent: true },
]);
const order = (inscriptionIds: string[]): ListOrder => ({
  revision: 8,
  by: 'BALANCED_BY_TIME',
  inscriptionIds,
  genderUnknown: false,
});

test('the proposed order stands beside the present one, place by place', () => {
  const lines = orderLines(room, order(['media-1', 'food-1', 'nhri-1']));
  expect(lines?.map(({ now, then }) => [now.id, then.id])).toEqual([
    ['food-1', 'media-1'],
    ['media-1', 'food-1'],
    ['nhri-1', 'nhri-1'],
  ]);
});

test('a proposal of others than those who wait now is made again', () => {
  expect(orderLines(room, order(['media-1', 'food-1']))).toBeUndefined();
  expect(orderLines(room, order(['sur-1', 'media-1', 'food-1', 'nhri-1']))).toBeUndefined();
  expect(orderLines(room, order(['media-1', 'food-1', 'gone-1']))).toBeUndefined();
});

test('what was shown is accepted, with what it balances', () => {
  expect(arrange(order(['media-1', 'food-1', 'nhri-1']))).toEqual({
    case: 'arrangeList',
    value: { by: 'BALANCED_BY_TIME', inscriptionIds: ['media-1', 'food-1', 'nhri-1'] },
  });
});
