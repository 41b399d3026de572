import type { Attachment } from 'svelte/attachments';

/** Marks a box while more lies below what is seen of it: its last line fades out (`chair.css`). */
export const moreBelow: Attachment<HTMLElement> = (box) => {
  const mark = () =>
    box.classList.toggle('more-below', box.scrollHeight - box.scrollTop - box.clientHeight > 4);
  const sizes = new ResizeObserver(mark);
  sizes.observe(box);
  const changes = new MutationObserver(mark);
  changes.observe(box, { childList: true, subtree: true });
  box.addEventListener('scroll', mark, { passive: true });
  return () => {
    sizes.disconnect();
    changes.disconnect();
    box.removeEventListener('scroll', mark);
  };
};
