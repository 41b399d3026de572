import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import acts from '$kit/languages/en/acts.json';
import en from '$kit/languages/en/faults.json';
import { sentenceOf } from '../../clients/secretariat/fault_words';

/** The sentences of the server's sources, by their codes. */
function sentences(): Map<string, string> {
  const literal = String.raw`"(?:[^"\\]|\\.)*"`;
  const form = new RegExp(String.raw`"([a-z][a-z0-9_]*)",\s*((?:${literal}\s*)+)`, 'g');
  const found = new Map<string, string>();
  for (const file of globSync('server/{floor,wire}/**/*.cpp'))
    for (const [, code, literals] of readFileSync(file, 'utf8').matchAll(form)) {
      const parts = literals!.match(new RegExp(literal, 'g')) ?? [];
      const text = parts.map((part) => JSON.parse(part) as string).join('');
      if (/^[A-Z{].* .*[.:}]$/.test(text)) found.set(code!, text.replaceAll("'", '’'));
    }
  return found;
}

test('the pages have every sentence of the server, in the same words, and no other', () => {
  const reasons = Object.entries(acts)
    .filter(([key]) => key.startsWith('reason.'))
    .map(([key, text]) => [key.replace('reason.', ''), text] as const);
  expect(Object.fromEntries([...sentences()].sort())).toEqual(
    Object.fromEntries([...Object.entries(en), ...reasons].sort()),
  );
});

test('a sentence is made of its code and particulars, with dates as people read them', () => {
  const reason = 'as the server says it';
  expect(
    sentenceOf({ reason, code: 'most_rows', particulars: [{ name: 'most', value: '20000' }] }),
  ).toBe('A sheet has at most 20000 rows.');
  const particulars = [
    { name: 'text', value: '4/5/2027' },
    { name: 'dayFirst', value: '2027-05-04' },
    { name: 'monthFirst', value: '2027-04-05' },
  ];
  expect(sentenceOf({ reason, code: 'date_two_ways', particulars })).toBe(
    '4/5/2027 can be Tuesday, 4 May 2027 or Monday, 5 April 2027: say which of the two is meant.',
  );
  expect(sentenceOf({ reason, code: 'of_a_newer_server' })).toBe(reason);
  expect(sentenceOf({ reason })).toBe(reason);
});
