import { expect, test } from 'vitest';
import { followerIn, shifted } from '../../clients/kit/order';

test('a move names the entry that it goes in front of, or the end', () => {
  expect(followerIn(['a', 'b', 'c'], 'a')).toBe('b');
  expect(followerIn(['a', 'b', 'c'], 'c')).toBe('');
});

test('an entry moves one place up or down, and not beyond the ends', () => {
  expect(shifted(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(shifted(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(shifted(['a', 'b', 'c'], 'a', -1)).toBeUndefined();
  expect(shifted(['a', 'b', 'c'], 'c', 1)).toBeUndefined();
  expect(shifted(['a', 'b', 'c'], 'x', 1)).toBeUndefined();
});
