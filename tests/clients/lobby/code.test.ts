import { expect, test } from 'vitest';
import { codeLength, groupCode, readCode } from '../../../clients/lobby/code';

const code = '7k2m9qxr4c0d1efgh8jnp3stvw';

test('spaces, case and look-alike letters in a code are ignored', () => {
  expect(code).toHaveLength(codeLength);
  expect(readCode('7K2M-9QXR-4C0D-1EFG-H8JN-P3ST-VW')).toBe(code);
  expect(readCode(' 7k2m 9qxr\t4cOd lefg h8jn p3st vw ')).toBe(code);
  expect(readCode('7k2m9qxr4codIefgh8jnp3stvw')).toBe(code);
});

test('a code is shown in groups of four', () => {
  expect(groupCode(code)).toBe('7k2m 9qxr 4c0d 1efg h8jn p3st vw');
  expect(groupCode('7k2m')).toBe('7k2m');
  expect(groupCode('')).toBe('');
});
