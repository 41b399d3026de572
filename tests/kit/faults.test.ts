import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import acts from '$kit/languages/en/acts.json';
import en from '$kit/languages/en/faults.json';
import { sentenceOf } from '../../clients/secretariat/fault_words';

const sources = globSync('server/{floor,wire,rooms,net}/**/*.cpp');

/** The sentences of the server's sources, by their codes. */
function sentences(): Map<string, string> {
  const literal = String.raw`"(?:[^"\\]|\\.)*"`;
  const form = new RegExp(String.raw`"([a-z][a-z0-9_]*)",\s*((?:${literal}\s*)+)`, 'g');
  const found = new Map<string, string>();
  for (const file of sources)
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

/** Where the sources have this. */
function places(form: RegExp): string[] {
  return sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(form)].map((found) => `${file}: ${found[1]}`),
  );
}

test('a refusal whose own code says too little has a sentence with words in every language', () => {
  expect(places(/RefusalCode::(malformed|outside_limits),\s*"/g)).toEqual([]);
  expect(places(/RefusalCode::(malformed|outside_limits),\s*\w+ \+/g)).toEqual([]);
});

/**
 * Problems over HTTP that are in English only: what no page of ours asks for, and what pages have words for by its
 * status (401, 403, 404) or by its code (the lobby's and the phones' codes).
 */
const forPrograms = [
  ...['FOREIGN_IDENTITY', 'FOREIGN_ORIGIN', 'MALFORMED', 'METHOD_NOT_ALLOWED', 'NO_SUBPROTOCOL'],
  ...[
    'NOT_ADMITTED',
    'NOT_FOUND',
    'NOT_PERMITTED',
    'NOT_SIGNED_ON',
    'TLS_REQUIRED',
    'TOO_LARGE',
    'UNKNOWN_CODE',
  ],
  ...[
    'TOO_MANY_CODES',
    'TOO_MANY_PAIRINGS',
    'UNKNOWN_ENCODING',
    'UNKNOWN_HOST',
    'UNKNOWN_MEETING',
    'UNKNOWN_VALUE',
  ],
  'UPGRADE_REQUIRED',
];

test('every other problem over HTTP has a sentence with words in every language', () => {
  const english = places(/\bproblem\(\s*\d+,\s*"(\w+)",\s*"/g).map(
    (place) => place.split(': ')[1]!,
  );
  expect([...new Set(english)].sort()).toEqual([...forPrograms].sort());
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
