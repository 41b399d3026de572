import type { Attachment } from 'svelte/attachments';
import { fittingScale } from './fitting_scale';

/**
 * Sets the text in a box as large as the box allows, up to the size that its style sheet gives it.
 * Measured when the text, the box or the font changes, and never while digits run.
 *
 * The box must take its size from the layout and not from its text. Text that is too long even at
 * the smallest size gets `data-tight`, for the style sheet to clamp it.
 *
 * @param _text what stands in the box: another one is measured anew
 * @param parts selects the elements of which none may overflow, when it is not the box itself
 */
export function fitted(_text: unknown, parts?: string): Attachment<HTMLElement> {
  return (box) => {
    const fit = () => measure(box, parts);
    const resized = new ResizeObserver(fit);
    resized.observe(box);
    document.fonts.addEventListener('loadingdone', fit);
    fit();
    return () => {
      resized.disconnect();
      document.fonts.removeEventListener('loadingdone', fit);
    };
  };
}

function measure(box: HTMLElement, parts: string | undefined): void {
  const watched = parts ? [...box.querySelectorAll<HTMLElement>(parts)] : [box];
  delete box.dataset.tight;
  box.style.fontSize = '';
  const fullSize = parseFloat(getComputedStyle(box).fontSize);
  const { scale, fits } = fittingScale((tried) => {
    box.style.fontSize = `${fullSize * tried}px`;
    return watched.every(holdsItsText);
  });
  box.style.fontSize = `${fullSize * scale}px`;
  if (!fits) box.dataset.tight = '';
}

/** To the pixel: a browser rounds what it measures. */
function holdsItsText(element: HTMLElement): boolean {
  return (
    element.scrollHeight <= element.clientHeight + 1 &&
    element.scrollWidth <= element.clientWidth + 1
  );
}
