import { expect, test } from 'vitest';
import { format } from '$kit/i18n/format';
import { chooseLanguage, languageFor, type Language } from '$kit/i18n/languages';

test('parameters are filled into a message', () => {
  expect(format('{who} has the floor', { who: 'Cuba' }, 'en')).toBe('Cuba has the floor');
  expect(format('{count} ms', { count: 12345 }, 'en')).toBe('12,345 ms');
});

test('the plural follows the language', () => {
  const en = { one: '{count} minute', other: '{count} minutes' };
  expect([0, 1, 2].map((count) => format(en, { count }, 'en'))).toEqual([
    '0 minutes',
    '1 minute',
    '2 minutes',
  ]);
  expect(format(en, { count: 0 }, 'fr')).toBe('0 minute');
});

test('Arabic has six forms, Russian four, Chinese one', () => {
  const forms = (language: Language, counts: number[]) => {
    const named = {
      zero: 'zero',
      one: 'one',
      two: 'two',
      few: 'few',
      many: 'many',
      other: 'other',
    };
    return counts.map((count) => format(named, { count }, language));
  };
  expect(forms('ar', [0, 1, 2, 3, 11, 100])).toEqual([
    'zero',
    'one',
    'two',
    'few',
    'many',
    'other',
  ]);
  expect(forms('ru', [1, 2, 5, 21, 1.5])).toEqual(['one', 'few', 'many', 'one', 'other']);
  expect(forms('zh', [0, 1, 2])).toEqual(['other', 'other', 'other']);
});

test('a missing plural form falls back to the general one', () => {
  expect(format({ other: '{count} 分钟' }, { count: 1 }, 'zh')).toBe('1 分钟');
  expect(format({ one: 'one', other: 'other' }, { count: 2 }, 'ar')).toBe('other');
});

test('numbers in Arabic use the digits of the clocks', () => {
  expect(format('{count} د', { count: 12 }, 'ar')).toBe('12 د');
});

test('text of the other direction is isolated', () => {
  expect(format('الكلمة: {who}', { who: 'OSC (A)' }, 'ar')).toBe('الكلمة: \u2068OSC (A)\u2069');
  expect(format('Next: {who}', { who: 'منظمة' }, 'en')).toBe('Next: \u2068منظمة\u2069');
  expect(format('Next: {who}', { who: 'Організація' }, 'en')).toBe('Next: Організація');
  expect(format('{who}.', { who: '' }, 'ar')).toBe('.');
});

test('French punctuation stays with its word', () => {
  expect(format('Lever ? « Oui » : {who}', { who: 'A : B' }, 'fr')).toBe(
    'Lever\u202f? «\u202fOui\u202f»\u202f: A : B',
  );
  expect(format('A : B', {}, 'en')).toBe('A : B');
});

test('the first available language is chosen', () => {
  expect(chooseLanguage([undefined, null, 'de', 'fr-CH', 'en'])).toBe('fr');
  expect(chooseLanguage(['ES'])).toBe('es');
  expect(chooseLanguage(['zh-Hant-TW', 'en'])).toBe('zh');
  expect(chooseLanguage(['de'])).toBe('en');
});

test('an unavailable language is skipped', () => {
  expect(['ar-EG', 'ru', 'de', '', null, undefined].map(languageFor)).toEqual([
    'ar',
    'ru',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
