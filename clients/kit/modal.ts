import type { Attachment } from 'svelte/attachments';

/** Opens a dialog over the page. Back closes it. */
export const modal: Attachment<HTMLDialogElement> = (dialog) => {
  dialog.showModal();
  holdBack();
};

let stays = false;
let listens = false;

/** Back closes the open dialog, and never leaves this page. */
export function stayOnBack(): void {
  stays = true;
  holdBack();
}

/** Puts an entry over the page's own, for Back to take away. Once on it, the page needs no other. */
function holdBack(): void {
  if (!listens) addEventListener('popstate', onBack);
  listens = true;
  if (!isHeld()) history.pushState({ held: true }, '');
}

const isHeld = (): boolean => (history.state as { held?: true } | null)?.held === true;

function onBack(): void {
  if (isHeld()) return;
  const open = [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')];
  open.at(-1)?.close();
  // The entry that Back left is still there, with its address.
  if (stays || open.length > 1) history.forward();
}
