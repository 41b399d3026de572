/** A sheet of cards, in millimetres. The same card fits both papers. */
export const card = { width: 88, height: 52, columns: 2, rows: 5 };

export const papers = {
  A4: { width: 210, height: 297 },
  Letter: { width: 215.9, height: 279.4 },
} as const;
export type Paper = keyof typeof papers;

const perPage = card.columns * card.rows;

/** The cards of each page. */
export function pagesOf<Card>(cards: readonly Card[]): Card[][] {
  const pages = Math.ceil(cards.length / perPage);
  return Array.from({ length: pages }, (_, page) =>
    cards.slice(page * perPage, (page + 1) * perPage),
  );
}

/** Where the cards begin: in the middle of the paper. */
export function marginsOf(paper: Paper): { left: number; top: number } {
  const { width, height } = papers[paper];
  return {
    left: (width - card.columns * card.width) / 2,
    top: (height - card.rows * card.height) / 2,
  };
}

/** The cut marks, as an SVG path: outside the cards, at each line to cut along. */
export function cutMarks(paper: Paper): string {
  const { width, height } = papers[paper];
  const { left, top } = marginsOf(paper);
  const [gap, length] = [1.5, 5];
  const across = Array.from({ length: card.rows + 1 }, (_, row) => top + row * card.height);
  const along = Array.from({ length: card.columns + 1 }, (_, i) => left + i * card.width);
  return [
    ...across.flatMap((y) => [
      `M${round(left - gap)} ${round(y)}h${-length}`,
      `M${round(width - left + gap)} ${round(y)}h${length}`,
    ]),
    ...along.flatMap((x) => [
      `M${round(x)} ${round(top - gap)}v${-length}`,
      `M${round(x)} ${round(height - top + gap)}v${length}`,
    ]),
  ].join('');
}

const round = (length: number) => Math.round(length * 100) / 100;

/** The address to type: without its scheme, if that is plain. */
export function addressToType(url: string): string {
  const address = url.slice(0, url.indexOf('#'));
  return address.replace(/^http:\/\//, '').replace(/\/$/, '');
}
