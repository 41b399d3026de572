import { expect, test } from 'vitest';
import {
  platesWithout,
  readHolders,
  statesWithout,
  withoutMeeting,
} from '../../../clients/secretariat/model/card_holders';
import {
  addressToType,
  card,
  cutMarks,
  marginsOf,
  pagesOf,
  papers,
} from '../../../clients/secretariat/model/card_sheet';
import type { Card } from '$kit/protocol';

const held = (holder: Partial<NonNullable<Card['holder']>>): Card => ({
  id: 'card-1',
  holder: { stateCode: '', name: '', delegationId: '', meetingId: '', ...holder },
  identity: '',
  issuedAtUnixMs: 0,
  replacedAtUnixMs: 0,
  used: false,
});

test('a line names an organisation or a State, and what the sign-on says of it', () => {
  expect(readHolders(' European Union ; eu;desk@un.example\n\nCU\n;nobody\nCuba')).toEqual([
    { holder: { name: 'European Union' }, identity: 'eu;desk@un.example' },
    { holder: { stateCode: 'CU' }, identity: '' },
    { holder: { name: 'Cuba' }, identity: '' },
  ]);
});

test('those who have a card are not offered another', () => {
  expect(statesWithout([held({ stateCode: 'CU' })], ['CU', 'PE'])).toEqual(['PE']);
  const plates = [
    { id: 'cuba', kind: 'DELEGATION_KIND_STATE_UNDER_REVIEW', title: 'Cuba' },
    { id: 'women', kind: 'DELEGATION_KIND_NATIONAL_CSO', title: 'Women' },
    { id: 'media', kind: 'DELEGATION_KIND_NATIONAL_CSO', title: 'Media' },
  ] as const;
  const ids = (cards: Card[]) => platesWithout(cards, 'cuba', plates).map(({ id }) => id);
  const women = { name: 'Women', delegationId: 'women' };
  expect(ids([held({ ...women, meetingId: 'cuba' })])).toEqual(['media']);
  expect(ids([held({ ...women, meetingId: 'chad' })])).toEqual(['women', 'media']);
  // The same place on another meeting's panel is another delegation's.
  expect(ids([held({ name: 'Others', delegationId: 'women', meetingId: 'cuba' })])).toEqual([
    'women',
    'media',
  ]);
});

test('a card of a panel opens nothing once its meeting has left the room; others stay valid', () => {
  const women = held({ name: 'Women', delegationId: 'women', meetingId: 'cuba' });
  const cuba = held({ stateCode: 'CU' });
  const union = held({ name: 'European Union' });
  expect(withoutMeeting([women, cuba, union], [{ id: 'chad' }])).toEqual([women]);
  expect(withoutMeeting([women, cuba, union], [{ id: 'cuba' }])).toEqual([]);
});

test('a sheet has ten cards a page', () => {
  const cards = Array.from({ length: 23 }, (_, i) => i);
  expect(pagesOf(cards).map((page) => page.length)).toEqual([10, 10, 3]);
  expect(pagesOf([])).toEqual([]);
});

test('the cards fit each paper, with margins that a printer can leave', () => {
  for (const paper of ['A4', 'Letter'] as const) {
    const { left, top } = marginsOf(paper);
    expect(Math.min(left, top)).toBeGreaterThan(9);
    expect(2 * left + card.columns * card.width).toBeCloseTo(papers[paper].width);
    expect(2 * top + card.rows * card.height).toBeCloseTo(papers[paper].height);
  }
});

test('the cut marks are outside the cards, two for each line to cut', () => {
  const marks = cutMarks('A4').match(/M[^M]+/g) ?? [];
  expect(marks).toHaveLength(2 * (card.rows + 1 + card.columns + 1));
  expect(marks[0]).toBe('M15.5 18.5h-5');
  expect(marks[1]).toBe('M194.5 18.5h5');
  expect(marks.at(-1)).toBe('M193 280v5');
});

test('the address to type is as short as it can be', () => {
  expect(addressToType('http://192.0.2.1:8080/delegation/#room=xx&token=y')).toBe(
    '192.0.2.1:8080/delegation',
  );
  // Without https:// a browser would ask for plain HTTP first.
  expect(addressToType('https://rostrum.example/delegation/#room=xx&token=y')).toBe(
    'https://rostrum.example/delegation',
  );
});
