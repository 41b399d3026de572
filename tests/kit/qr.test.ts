import { expect, test } from 'vitest';
import { qrCode } from '$kit/qr';

const at = (path: string, column: number, row: number) =>
  path.includes(`M${column} ${row}h1v1h-1z`);

test('a code has its three corners, and a margin of four modules around', () => {
  const { size, path } = qrCode(
    'http://192.0.2.1:8080/delegation/#room=xxvii&token=ABCDEFGHJKMNPQRST',
  );
  const last = size - 4 - 7;
  for (const [column, row] of [
    [4, 4],
    [last, 4],
    [4, last],
  ] as const) {
    // A dark frame of seven, a light one of five, a dark square of three.
    for (let i = 0; i < 7; i++) expect(at(path, column + i, row)).toBe(true);
    for (let i = 1; i < 6; i++) expect(at(path, column + i, row + 1)).toBe(false);
    expect(at(path, column + 3, row + 3)).toBe(true);
  }
  for (let i = 0; i < size; i++) {
    expect(at(path, i, 3)).toBe(false);
    expect(at(path, size - 4, i)).toBe(false);
  }
});

test('a longer text makes a larger code, another text another code', () => {
  expect(qrCode('x'.repeat(300)).size).toBeGreaterThan(qrCode('x').size);
  expect(qrCode('a').path).not.toBe(qrCode('b').path);
});
