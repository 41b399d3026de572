import { expect, test } from 'vitest';
import { commonScale, fittingScale } from '../../display/fitting_scale';

test('a text that fits at full size stays at full size', () => {
  expect(fittingScale(() => true)).toEqual({ scale: 1, fits: true });
});

test('a text that fits nowhere gets the smallest size, and says so', () => {
  const { scale, fits } = fittingScale(() => false);
  expect(fits).toBe(false);
  expect(scale).toBeCloseTo(0.271, 3);
});

test('the largest size that fits is taken, not the next smaller', () => {
  expect(fittingScale((scale) => scale <= 0.9).scale).toBeCloseTo(0.8649, 4);
  expect(fittingScale((scale) => scale <= 0.93).scale).toBeCloseTo(0.93, 4);
});

test('it is found in a few measurements', () => {
  let measured = 0;
  fittingScale((scale) => {
    measured++;
    return scale <= 0.5;
  });
  expect(measured).toBeLessThanOrEqual(5);
});

test('texts that stand together share the size at which the longest of them fits', () => {
  expect(commonScale([1, 0.8, 0.7, 0.9])).toBe(0.7);
});

test('a name of extraordinary length does not shrink the others', () => {
  expect(commonScale([1, 0.8, 0.3, 0.9])).toBe(0.8);
});

test('where all names are long they are small together', () => {
  expect(commonScale([0.3, 0.32, 0.35])).toBe(0.3);
  expect(commonScale([])).toBe(1);
});
