/** `<dialog>` for Safari before 15.4, as far as the screens use it. */
export function makeDialogs(): void {
  const dialog = HTMLElement.prototype as unknown as HTMLDialogElement & Record<string, unknown>;
  Object.defineProperty(dialog, 'open', {
    get(this: HTMLElement) {
      return this.hasAttribute('open');
    },
    configurable: true,
  });
  dialog.showModal = function () {
    this.dataset.modal = '';
    this.setAttribute('open', '');
  };
  dialog.close = function () {
    if (!this.hasAttribute('open')) return;
    this.removeAttribute('open');
    this.dispatchEvent(new Event('close'));
  };
  addEventListener('keydown', ({ key }) => {
    const open = document.querySelectorAll<HTMLDialogElement>('dialog[data-modal][open]');
    if (key === 'Escape') open[open.length - 1]?.close();
  });
}
