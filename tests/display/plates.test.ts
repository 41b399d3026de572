import { expect, test } from 'vitest';
import type { Delegation } from '$kit/protocol';
import { columnsFor, plateOf } from '../../display/plates';
import { room } from './rooms';

const [sur, food, media] = room('COURSE_OPEN').plates!.delegations as [
  Delegation,
  Delegation,
  Delegation,
];
const title = (delegation: Delegation) => ({ first: delegation.title, second: undefined });
const named = (first: string) => ({ first, second: undefined });

test('a plate whose delegation is in the room carries its title alone', () => {
  expect(plateOf(food, undefined, title)).toEqual({
    id: 'food',
    title: named('National CSO: right to food'),
    speaking: false,
    emptyChair: false,
    reason: '',
    readBy: undefined,
  });
});

test('the plate of an empty chair stands, and says why', () => {
  expect(plateOf(media, undefined, title)).toEqual({
    id: 'media',
    title: named('National CSO: media freedom'),
    speaking: false,
    emptyChair: true,
    reason: 'Prevented from travelling',
    readBy: undefined,
  });
});

test('the plate of whoever has the floor is marked, and no other', () => {
  expect(plateOf(food, 'food', title).speaking).toBe(true);
  expect(plateOf(media, 'food', title).speaking).toBe(false);
});

test('no empty chair is held against the State under Review', () => {
  const away = { ...sur, standing: 'STANDING_ABSENT' as const };
  expect(plateOf(away, undefined, title)).toMatchObject({ emptyChair: false, reason: '' });
});

test('a reason from before is not told of one who is present again', () => {
  const back = { ...media, standing: 'STANDING_PRESENT' as const };
  expect(plateOf(back, undefined, title)).toMatchObject({ emptyChair: false, reason: '' });
});

test('the State is named in the language of the screen', () => {
  expect(plateOf(sur, undefined, () => named('Kuba')).title).toEqual(named('Kuba'));
});

test('a low wide place sets a panel in one row, forty plates in several', () => {
  expect(columnsFor(7, 1860, 160)).toBe(7);
  expect(columnsFor(40, 1860, 410)).toBe(10);
});

test('a panel stands in one row on a 4:3 projector too', () => {
  expect(columnsFor(6, 992, 207)).toBe(6);
});

test('a high narrow place sets a panel in one column, forty plates in a few', () => {
  expect(columnsFor(5, 360, 700)).toBe(1);
  expect(columnsFor(40, 360, 400)).toBe(5);
});

test('the plate of a statement that another reads says who reads it, and holds no empty chair up', () => {
  const away = { ...media, standing: 'STANDING_READ_BY' as const, readerDelegationId: 'food' };
  expect(plateOf(away, undefined, title, food)).toMatchObject({
    emptyChair: false,
    reason: '',
    readBy: named('Read by National CSO: right to food'),
  });
});

test('one who is not here yet has a plate like any other', () => {
  const expected = { ...food, standing: 'STANDING_EXPECTED' as const };
  expect(plateOf(expected, undefined, title)).toMatchObject({
    emptyChair: false,
    readBy: undefined,
  });
});
