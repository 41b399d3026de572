import { expect, test } from 'vitest';
import { groupLetters, openCard, readLetters } from '$kit/card';

const answering = (status: number, body: object = {}) =>
  (() => Promise.resolve(new Response(JSON.stringify(body), { status }))) as typeof fetch;

test('letters are read as people type them', () => {
  expect(readLetters(' bcd-Fgh ')).toBe('BCDFGH');
  expect(groupLetters('BC')).toBe('BC');
  expect(groupLetters('BCD')).toBe('BCD');
  expect(groupLetters('BCDF')).toBe('BCD F');
  expect(groupLetters('BCDFGH')).toBe('BCD FGH');
});

test('the letters of a card lead to the page of its holder', async () => {
  const opened = { token: 'abc', roomId: 'xxvii', role: 'ROLE_DELEGATION', name: '' };
  const scene = 'SCENE_UNSPECIFIED';
  expect(await openCard('BCDFGH', answering(200, { ...opened, scene }))).toEqual({
    kind: 'open',
    address: '/delegation/#room=xxvii&token=abc',
  });
});

test.each([
  [404, 'wrong'],
  [400, 'wrong'],
  [429, 'too-many'],
  [503, 'unreachable'],
])('an answer of %d is %s', async (status, kind) => {
  expect(await openCard('BCDFGH', answering(status))).toEqual({ kind });
});

test('without a server nothing opens', async () => {
  const broken = (() => Promise.reject(new Error('no network'))) as typeof fetch;
  expect(await openCard('BCDFGH', broken)).toEqual({ kind: 'unreachable' });
});
