import { expect, test } from 'vitest';
import { ordinal } from '../../../clients/delegation/ordinal';

test('a place is an ordinal in English and French', () => {
  const english = [1, 2, 3, 4, 11, 12, 13, 21, 22, 103].map((place) => ordinal(place, 'en'));
  expect(english).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '22nd',
    '103rd',
  ]);
  expect([ordinal(1, 'fr'), ordinal(4, 'fr')]).toEqual(['1re', '4e']);
});

test('the other languages use the plain number', () => {
  expect((['es', 'ar', 'zh', 'ru'] as const).map((language) => ordinal(4, language))).toEqual([
    '4',
    '4',
    '4',
    '4',
  ]);
});
