import type { Attachment } from 'svelte/attachments';
import { commonScale, fittingScales, type Fit } from './fitting_scale';

/**
 * Sets the text in a box as large as the box allows, up to the size that its style sheet gives it.
 * Measured when the text, the box or the font changes, and never while digits run.
 *
 * The box must take its size from the layout and not from its text. Text that is too long even at
 * the smallest size gets `data-tight`, for the style sheet to break it where it must.
 *
 * @param _text what stands in the box: another one is measured anew
 */
export function fitted(_text: unknown): Attachment<HTMLElement> {
  return (box) => whenMeasuresChange(box, () => setScale(box, scalesOf([box])[0]!));
}

/**
 * The same for boxes that stand together: they share one size, but for those with too long a text.
 * Nothing is measured while there is no text to measure yet.
 */
export function fittedTogether(texts: unknown): Attachment<HTMLElement> {
  return (list) => {
    if (texts === undefined) return;
    return whenMeasuresChange(list, () => {
      const boxes = [...list.children] as HTMLElement[];
      const own = scalesOf(boxes);
      const common = commonScale(own.map(({ scale }) => scale));
      boxes.forEach((box, i) => {
        const { scale, fits } = own[i]!;
        // One that fits at no size is cut short by the style sheet, at the size of the others.
        setScale(box, { scale: fits ? Math.min(scale, common) : common, fits });
      });
    });
  };
}

function whenMeasuresChange(box: HTMLElement, fit: () => void): () => void {
  const sizeOf = () => `${box.clientWidth} ${box.clientHeight}`;
  let fittedTo = sizeOf();
  // An observer begins by telling the size there is.
  const resized = new ResizeObserver(() => {
    if (sizeOf() === fittedTo) return;
    fittedTo = sizeOf();
    fit();
  });
  resized.observe(box);
  document.fonts.addEventListener('loadingdone', fit);
  fit();
  return () => {
    resized.disconnect();
    document.fonts.removeEventListener('loadingdone', fit);
  };
}

function scalesOf(boxes: readonly HTMLElement[]): Fit[] {
  for (const box of boxes) delete box.dataset.tight;
  return fittingScales(boxes.length, (scales) => {
    boxes.forEach((box, i) => setScale(box, { scale: scales[i]!, fits: true }));
    return boxes.map(holdsItsText);
  });
}

/** The style sheet multiplies the font size by it: see `.fitted` in display.css. */
function setScale(box: HTMLElement, { scale, fits }: Fit): void {
  box.style.setProperty('--fit', String(scale));
  if (!fits) box.dataset.tight = '';
}

/** To the pixel: a browser rounds what it measures. */
function holdsItsText(box: HTMLElement): boolean {
  return box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;
}
