import { expect, test, vi } from 'vitest';
import { speak } from '$kit/i18n/words.svelte';
import { alsoShown, keysOf, noteKeyboard } from '$kit/keyboard.svelte';

const keys = (key: string, code: string, shiftKey = false) =>
  keysOf({ key, code, shiftKey, altKey: false, ctrlKey: false, metaKey: false });

test('a key of another script is the Latin key of its place', () => {
  expect(keys('т', 'KeyN')).toEqual(['n']);
  expect(keys('Т', 'KeyN', true)).toEqual(['n']);
  expect(keys('ى', 'KeyN')).toEqual(['n']);
  expect(keys('لا', 'KeyB')).toEqual(['b']);
  expect(keys('ν', 'KeyN')).toEqual(['n']);
  expect(keys('؟', 'Slash', true)).toEqual(['?']);
  expect(keys('ظ', 'Slash')).toEqual(['/']);
});

test('a key of a Latin keyboard is what it writes, wherever it is', () => {
  expect(keys('a', 'KeyQ')).toEqual(['a']);
  expect(keys("'", 'KeyQ')).toEqual(["'"]);
  expect(keys('é', 'KeyF')).toEqual(['é']);
  expect(keys('ArrowUp', 'ArrowUp')).toEqual(['arrowup']);
  expect(keys(' ', 'Space')).toEqual([' ']);
});

test('a digit needs no Shift where the keyboard writes it with Shift, and none in Arabic', () => {
  expect(keys('&', 'Digit1')).toEqual(['&', '1']);
  expect(keys('٣', 'Digit3')).toEqual(['٣', '3']);
  expect(keys('1', 'Digit1', true)).toEqual(['1']);
  expect(keys('?', 'Digit7', true)).toEqual(['?']);
});

test('help shows what else a key shows: by the language, until a key says otherwise', async () => {
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('localStorage', undefined);
  expect(alsoShown('N')).toBeUndefined();
  await speak('ru');
  expect(alsoShown('N')).toBe('Т');
  expect(alsoShown('Space')).toBeUndefined();
  expect(alsoShown('1')).toBeUndefined();
  noteKeyboard({ key: 'ArrowUp' });
  expect(alsoShown('Z')).toBe('Я');
  noteKeyboard({ key: 'لا' });
  expect(alsoShown('N')).toBe('ى');
  noteKeyboard({ key: 'e' });
  expect(alsoShown('N')).toBeUndefined();
});
