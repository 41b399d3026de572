import { SCALES, commonScale } from './fitting_scale';
import { isTall } from './tall';

/** The layout of plates that makes their words largest. Pure: the widths of words are given. */
export interface PlateGrid {
  columns: number;
  /** The size of the smallest title, in pixels. */
  smallest: number;
  /** The width of a line, as a part of the usual size: a wider word is hyphenated. Infinite where none is. */
  line: number;
}

/** A box of plates in pixels. */
export interface PlateBox {
  width: number;
  height: number;
  gap: number;
  border: number;
  /** The largest size of a title. */
  size: number;
  /** Below this size, a plate is not read from the last row. */
  legible: number;
}

/** A paragraph of a plate: its text, and its size as a part of the title's. */
export interface PlateLine {
  text: string;
  size: number;
}

/** The width of a text, as a part of its size. */
export type Measure = (text: string) => number;

/** As in Plates.svelte, in parts of the size. */
const PADDING = { inline: 0.7, block: 0.5 };
const BETWEEN_LINES = 0.25;
const LINE_HEIGHT = 1.12;
const TALL_LINE_HEIGHT = 1.4;
/** Hyphens are worth it where they make the text this much larger. */
const HYPHENS_GAIN = 1.25;

interface Layout extends PlateGrid {
  hyphens: boolean;
  /** The size of most titles. */
  usual: number;
}

export function gridFor(
  plates: readonly (readonly PlateLine[])[],
  box: PlateBox,
  measure: Measure,
): PlateGrid {
  const measured = plates.map((lines) =>
    lines.map(({ text, size }) => ({
      size,
      height: size * (isTall(text) ? TALL_LINE_HEIGHT : LINE_HEIGHT),
      words: wordsOf(text, measure),
    })),
  );
  const layout = (columns: number, hyphen: number | undefined): Layout => {
    const room = roomFor(plates.length, columns, box);
    const own = measured.map((lines) => largestScale(lines, room, box.size, hyphen));
    const common = commonScale(own);
    const usual = common * box.size;
    const hyphens = hyphen !== undefined;
    return {
      columns,
      hyphens,
      usual,
      smallest: Math.min(common, ...own) * box.size,
      line: hyphens ? room.width / usual - PADDING.inline : Infinity,
    };
  };
  const hyphen = measure('-');
  return columnsOf(plates.length)
    .flatMap((columns) => [layout(columns, undefined), layout(columns, hyphen)])
    .reduce((best, one) => (isBetter(one, best, box.legible) ? one : best));
}

/** The text with hyphens only in the words that are wider than a line. */
export function hyphenatedAt(line: number, text: string, measure: Measure): string {
  return text.replace(/\S+/gu, (word) => {
    const whole = withoutHyphens(word);
    return measure(whole) > line ? word : whole;
  });
}

const withoutHyphens = (text: string) => text.replace(/\u00ad/g, '');

/** One number of columns for each number of rows that leaves no row empty. */
function columnsOf(count: number): number[] {
  const columns = new Set<number>();
  for (let rows = 1; rows <= count; rows++) columns.add(Math.ceil(count / rows));
  return [...columns];
}

/** What makes all plates legible first; then what makes most of them largest. */
function isBetter(a: Layout, b: Layout, legible: number): boolean {
  const least = Math.min(a.smallest, legible) - Math.min(b.smallest, legible);
  if (Math.abs(least) > 0.01) return least > 0;
  const worth = ({ usual, hyphens }: Layout) => (hyphens ? usual / HYPHENS_GAIN : usual);
  return worth(a) > worth(b) + 0.01;
}

/** What a plate has for its text, in pixels. */
interface Room {
  width: number;
  height: number;
}

function roomFor(count: number, columns: number, { width, height, gap, border }: PlateBox): Room {
  const rows = Math.ceil(count / columns);
  const share = (whole: number, by: number) => (whole - gap * (by - 1)) / by - 2 * border;
  return { width: share(width, columns), height: share(height, rows) };
}

interface MeasuredLine {
  size: number;
  height: number;
  words: readonly Word[];
}

function largestScale(
  lines: readonly MeasuredLine[],
  room: Room,
  largest: number,
  hyphen: number | undefined,
): number {
  const fits = (scale: number) => {
    const size = largest * scale;
    const wide = room.width / size - PADDING.inline;
    let high = room.height / size - PADDING.block - BETWEEN_LINES * (lines.length - 1);
    for (const line of lines) high -= linesOf(line.words, wide / line.size, hyphen) * line.height;
    return high >= 0;
  };
  return SCALES.find(fits) ?? SCALES[SCALES.length - 1]! / 2;
}

/** How many lines words take; infinitely many if one is wider than a line. */
function linesOf(words: readonly Word[], width: number, hyphen: number | undefined): number {
  let lines = 1;
  let taken = 0;
  const put = (needed: number, whole: number) => {
    if (taken > 0 && taken + needed > width) {
      lines += 1;
      taken = 0;
    }
    taken += whole;
    return needed <= width;
  };
  for (const { bare, whole, parts } of words) {
    if (bare <= width || hyphen === undefined || parts.length === 1) {
      if (!put(bare, whole)) return Infinity;
    } else {
      // A hyphen is written only where a line ends.
      const ends = parts.map((part, i) => (i < parts.length - 1 ? part + hyphen : part));
      if (!parts.every((part, i) => put(ends[i]!, part))) return Infinity;
      taken += whole - bare;
    }
  }
  return lines;
}

/** What stays together on a line, as parts of the size. */
interface Word {
  /** Its width at the end of a line, and before the next word. */
  bare: number;
  whole: number;
  /** The widths of what its soft hyphens divide. */
  parts: readonly number[];
}

function wordsOf(text: string, measure: Measure): Word[] {
  return (text.match(/[^\s-]*(?:-|\s+|$)/gu) ?? []).filter(Boolean).flatMap((found): Word[] => {
    // Chinese breaks after each character.
    const words = /\p{sc=Han}/u.test(found) ? [...found] : [found];
    return words.map((word) => ({
      bare: measure(withoutHyphens(word).trimEnd()),
      whole: measure(withoutHyphens(word)),
      parts: word.trimEnd().split('\u00ad').map(measure),
    }));
  });
}
