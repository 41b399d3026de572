import type { Measure } from './plate_grid';

/** Large, because browsers round the widths of small letters. */
const SIZE = 100;

/** The widths of texts in the font of a box, as parts of their size. */
export function textWidths(box: HTMLElement): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return (text) => text.length * 0.6;
  context.font = `550 ${SIZE}px ${getComputedStyle(box).fontFamily}`;
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text) ?? context.measureText(text).width / SIZE;
    known.set(text, width);
    return width;
  };
}
