import { expect, test } from 'vitest';
import { gridFor, hyphenatedAt } from '../../display/plate_grid';

/** Each character as wide as half its height. */
const measure = (text: string) => text.length / 2;
const box = { width: 1860, height: 300, gap: 11, border: 3, size: 43, legible: 24 };
const grid = (titles: readonly string[], at = {}) =>
  gridFor(
    titles.map((text) => [{ text, size: 1 }]),
    { ...box, ...at },
    measure,
  );
const many = (count: number, title: string) => Array.from({ length: count }, () => title);

test('short names stand in one row', () => {
  expect(grid(many(7, 'Right to food'))).toMatchObject({ columns: 7, line: Infinity });
});

test('a long word takes fewer columns, so that it need not shrink', () => {
  const found = grid(many(10, 'Antidiskriminierungsverband'));
  expect(found).toMatchObject({ columns: 3, line: Infinity });
  expect(found.smallest).toBeGreaterThan(36);
});

test('a word that no number of columns holds at a legible size is hyphenated', () => {
  const word = many(
    10,
    'Donau\u00addampfschiff\u00adfahrts\u00adelektrizi\u00adtäten\u00adhaupt\u00adbetriebs\u00adwerk',
  );
  const found = grid(word, { width: 800 });
  expect(found.line).toBeLessThan(measure(word[0]!));
  expect(found.smallest).toBeGreaterThan(
    grid(
      word.map((one) => one.replace(/\u00ad/g, '')),
      { width: 800 },
    ).smallest,
  );
});

test('words are not hyphenated for a little more size', () => {
  expect(grid(many(4, 'Menschen\u00adrechte'))).toMatchObject({ line: Infinity });
});

test('a narrow screen holds a panel in one column', () => {
  expect(grid(many(5, 'National CSO: right to food'), { width: 360, height: 700 }).columns).toBe(1);
});

test('Chinese breaks after each character', () => {
  const long = grid(many(10, '全国人权组织保护移徙工人及其家庭成员权利联盟'));
  expect(long.smallest).toBeGreaterThan(30);
});

test('forty plates are legible', () => {
  expect(grid(many(40, 'National CSO 12'), { height: 410 }).smallest).toBeGreaterThan(24);
});

test('only a word that is wider than a line keeps its hyphens', () => {
  const text = 'Antidis\u00adkrimi\u00adnierung Bil\u00addung';
  expect(hyphenatedAt(8, text, measure)).toBe('Antidis\u00adkrimi\u00adnierung Bildung');
  expect(hyphenatedAt(Infinity, text, measure)).toBe('Antidiskriminierung Bildung');
});

test('Arabic takes higher lines', () => {
  const sizeOf = (letter: string) =>
    grid([Array(30).fill(`${letter}${letter}`).join(' ')], { width: 400, height: 200 }).smallest;
  expect(sizeOf('ل')).toBeLessThan(sizeOf('l'));
});
