/** From full size downwards, each some 7 % smaller than the last: nobody sees a finer step. */
const SCALES = Array.from({ length: 19 }, (_, step) => 0.93 ** step);

/** A scale from 1 down to about a quarter; the smallest one, and `fits: false`, where a text fits at none. */
export interface Fit {
  scale: number;
  fits: boolean;
}

/**
 * The largest scale at which each of some texts fits. All are measured together, in a few rounds: a
 * browser lays the page out anew for each.
 *
 * @param fitAt whether each fits at its scale; one that fits, fits at every smaller one too
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

/** A text that would shrink the others below this part of the usual size goes smaller alone. */
const OUTLIER = 0.6;

/**
 * The scale for texts that stand together: the smallest of theirs, so that all are treated alike,
 * outliers left out.
 *
 * @param own the largest scale at which each fits
 */
export function commonScale(own: readonly number[]): number {
  const ascending = [...own].sort((a, b) => a - b);
  const usual = ascending[ascending.length >> 1] ?? 1;
  return ascending.find((scale) => scale >= usual * OUTLIER) ?? usual;
}
