/** From full size downwards, each some 7 % smaller than the last: nobody sees a finer step. */
const SCALES = Array.from({ length: 19 }, (_, step) => 0.93 ** step);

/**
 * The largest scale, from 1 down to about a quarter, at which a text fits; the smallest one, and
 * `fits: false`, when it fits at none.
 *
 * @param fitsAt whether it fits at a scale; one that fits, fits at every smaller one too
 */
export function fittingScale(fitsAt: (scale: number) => boolean): { scale: number; fits: boolean } {
  let from = 0;
  let to = SCALES.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (fitsAt(SCALES[middle]!)) to = middle;
    else from = middle + 1;
  }
  const found = SCALES[from];
  return { scale: found ?? SCALES.at(-1)!, fits: found !== undefined };
}

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
