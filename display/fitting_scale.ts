/** From full size in steps of 7 %: finer ones are invisible. */
export const SCALES = Array.from({ length: 19 }, (_, step) => 0.93 ** step);

/** A scale from 1 to about 0.27; the smallest, with `fits: false`, if a text fits at none. */
export interface Fit {
  scale: number;
  fits: boolean;
}

/**
 * The largest scale at which each text fits. Measures all together, in a few rounds, since each round costs a
 * layout of the page.
 *
 * @param fitAt whether each fits at its scale, and then at every smaller one
 */
export function fittingScales(
  count: number,
  fitAt: (scales: readonly number[]) => readonly boolean[],
): Fit[] {
  // At full size first, where most texts fit.
  const searches = Array.from({ length: count }, () => ({ from: 0, to: SCALES.length, at: 0 }));
  while (searches.some(({ from, to }) => from < to)) {
    const fits = fitAt(searches.map(({ at }) => scaleAt(at)));
    searches.forEach((search, i) => {
      if (search.from === search.to) return;
      if (fits[i]) search.to = search.at;
      else search.from = search.at + 1;
      search.at = (search.from + search.to) >> 1;
    });
  }
  return searches.map(({ from }) => ({ scale: scaleAt(from), fits: from < SCALES.length }));
}

const scaleAt = (step: number): number => SCALES[Math.min(step, SCALES.length - 1)]!;

/** A text that would shrink the others below this part of the median shrinks alone. */
const OUTLIER = 0.6;

/** The common scale of texts: their smallest, without outliers. `own`: the largest scale of each. */
export function commonScale(own: readonly number[]): number {
  const ascending = [...own].sort((a, b) => a - b);
  const usual = ascending[ascending.length >> 1] ?? 1;
  return ascending.find((scale) => scale >= usual * OUTLIER) ?? usual;
}
