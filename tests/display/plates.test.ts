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

test('the plate of a present delegation shows only its title', () => {
  expect(plateOf(food, undefined, title)).toEqual({
    id: 'food',
    title: named('National CSO: right to food'),
    speaking: false,
    emptyChair: false,
    reason: '',
    readBy: undefined,
  });
});

test('the plate of an empty chair shows the reason', () => {
  expect(plateOf(media, undefined, title)).toEqual({
    id: 'media',
    title: named('National CSO: media freedom'),
    speaking: false,
    emptyChair: true,
    reason: 'Prevented from travelling',
    readBy: undefined,
  });
});

test("only the speaker's plate is marked", () => {
  expect(plateOf(food, 'food', title).speaking).toBe(true);
  expect(plateOf(media, 'food', title).speaking).toBe(false);
});

test('the State under Review has no empty chair', () => {
  const away = { ...sur, standing: 'STANDING_ABSENT' as const };
  expect(plateOf(away, undefined, title)).toMatchObject({ emptyChair: false, reason: '' });
});

test('a present delegation shows no reason', () => {
  const back = { ...media, standing: 'STANDING_PRESENT' as const };
  expect(plateOf(back, undefined, title)).toMatchObject({ emptyChair: false, reason: '' });
});

test('the State is named in the language of the screen', () => {
  expect(plateOf(sur, undefined, () => named('Kuba')).title).toEqual(named('Kuba'));
});

test('a wide area holds a panel in one row, forty plates in several', () => {
  expect(columnsFor(7, 1860, 160)).toBe(7);
  expect(columnsFor(40, 1860, 410)).toBe(10);
});

test('a 4:3 projector holds a panel in one row', () => {
  expect(columnsFor(6, 992, 207)).toBe(6);
});

test('a narrow area holds a panel in one column, forty plates in a few', () => {
  expect(columnsFor(5, 360, 700)).toBe(1);
  expect(columnsFor(40, 360, 400)).toBe(5);
});

test('the plate of a statement that another reads shows the reader and no empty chair', () => {
  const away = { ...media, standing: 'STANDING_READ_BY' as const, readerDelegationId: 'food' };
  expect(plateOf(away, undefined, title, food)).toMatchObject({
    emptyChair: false,
    reason: '',
    readBy: named('Read by National CSO: right to food'),
  });
});

test('the plate of an expected delegation is like any other', () => {
  const expected = { ...food, standing: 'STANDING_EXPECTED' as const };
  expect(plateOf(expected, undefined, title)).toMatchObject({
    emptyChair: false,
    readBy: undefined,
  });
});
