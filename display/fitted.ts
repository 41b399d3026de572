import type { Attachment } from 'svelte/attachments';
import { commonScale, fittingScales, type Fit } from './fitting_scale';

/**
 * Scales the text in a box to fit, up to the size of its style sheet. Measures when the text, the box or the
 * font changes. The layout, not the text, must determine the size of the box. A text that is too long at the
 * smallest size gets `data-tight`, for the style sheet to break it.
 *
 * @param _text the content of the box: a new text is measured again
 */
export function fitted(_text: unknown): Attachment<HTMLElement> {
  return (box) => whenMeasuresChange(box, () => setScale(box, scalesOf([box])[0]!));
}

/** Scales boxes together, except outliers; measures nothing while `texts` is undefined. */
export function fittedTogether(texts: unknown): Attachment<HTMLElement> {
  return (list) => {
    if (texts === undefined) return;
    return whenMeasuresChange(list, () => {
      const boxes = [...list.children] as HTMLElement[];
      const own = scalesOf(boxes);
      const common = commonScale(own.map(({ scale }) => scale));
      boxes.forEach((box, i) => {
        const { scale, fits } = own[i]!;
        // The style sheet cuts a text that fits at no size, at the size of the others.
        setScale(box, { scale: fits ? Math.min(scale, common) : common, fits });
      });
    });
  };
}

function whenMeasuresChange(box: HTMLElement, fit: () => void): () => void {
  const sizeOf = () => `${box.clientWidth} ${box.clientHeight}`;
  let fittedTo = sizeOf();
  // An observer first reports the current size.
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

function setScale(box: HTMLElement, { scale, fits }: Fit): void {
  box.style.setProperty('--fit', String(scale));
  if (!fits) box.dataset.tight = '';
}

/** With a pixel of tolerance: browsers round. */
function holdsItsText(box: HTMLElement): boolean {
  return box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;
}
