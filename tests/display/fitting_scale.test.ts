import { expect, test } from 'vitest';
import { commonScale, fittingScales } from '../../display/fitting_scale';

/** Of one text. */
const fittingScale = (fitsAt: (scale: number) => boolean) =>
  fittingScales(1, ([scale]) => [fitsAt(scale!)])[0]!;

test('a text that fits at full size stays at full size', () => {
  expect(fittingScale(() => true)).toEqual({ scale: 1, fits: true });
});

test('a text that fits at no size gets the smallest, with fits false', () => {
  const { scale, fits } = fittingScale(() => false);
  expect(fits).toBe(false);
  expect(scale).toBeCloseTo(0.271, 3);
});

test('the largest size that fits is chosen', () => {
  expect(fittingScale((scale) => scale <= 0.9).scale).toBeCloseTo(0.8649, 4);
  expect(fittingScale((scale) => scale <= 0.93).scale).toBeCloseTo(0.93, 4);
});

test('a text that fits at full size is measured once', () => {
  const measured: number[] = [];
  fittingScale((scale) => measured.push(scale) > 0);
  expect(measured).toEqual([1]);
});

test('each of several texts gets its own scale, and all are measured together', () => {
  const fitBelow = [1, 0.5, 0.1, 0.9];
  let rounds = 0;
  const fits = fittingScales(4, (scales) => {
    rounds++;
    return scales.map((scale, i) => scale <= fitBelow[i]!);
  });
  expect(fits.map(({ scale }) => Number(scale.toFixed(3)))).toEqual([1, 0.484, 0.271, 0.865]);
  expect(fits.map((fit) => fit.fits)).toEqual([true, true, false, true]);
  expect(rounds).toBeLessThanOrEqual(6);
  expect(fittingScales(0, () => [])).toEqual([]);
});

test('the scale is found in few measurements', () => {
  let measured = 0;
  fittingScale((scale) => {
    measured++;
    return scale <= 0.5;
  });
  expect(measured).toBeLessThanOrEqual(5);
});

test('texts shown together share the size at which the longest fits', () => {
  expect(commonScale([1, 0.8, 0.7, 0.9])).toBe(0.7);
});

test('a name of extraordinary length does not shrink the others', () => {
  expect(commonScale([1, 0.8, 0.3, 0.9])).toBe(0.8);
});

test('all names are small if all are long', () => {
  expect(commonScale([0.3, 0.32, 0.35])).toBe(0.3);
  expect(commonScale([])).toBe(1);
});
