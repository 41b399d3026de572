import { expect, test } from 'vitest';
import { fileFormats, fileName, fileQuery } from '../../../clients/secretariat/model/files';

const all = ['json', 'comma', 'semicolon', 'pdf', 'docx', 'xlsx'] as const;

test('where numbers have a decimal comma, the CSV with semicolons comes first', () => {
  expect(fileFormats('en-GB', all)).toEqual(['xlsx', 'docx', 'pdf', 'comma', 'semicolon', 'json']);
  for (const locale of ['fr', 'de', 'es', 'ru'])
    expect(fileFormats(locale, all).slice(3, 5)).toEqual(['semicolon', 'comma']);
  expect(fileFormats('fr', ['comma', 'semicolon'])).toEqual(['semicolon', 'comma']);
});

test('a file is asked for in the language of the page, and named by what it is about', () => {
  expect(fileQuery('semicolon', 'fr')).toEqual({
    format: 'csv',
    separator: 'semicolon',
    lang: 'fr',
  });
  expect(fileQuery('docx', 'ar')).toEqual({ format: 'docx', lang: 'ar' });
  expect(fileName(['record', 'xxvii', ''], 'comma')).toBe('record-xxvii.csv');
  expect(fileName(['figures', 'xxvii', 'cuba'], 'xlsx')).toBe('figures-xxvii-cuba.xlsx');
});
