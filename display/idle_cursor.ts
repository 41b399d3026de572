const IDLE_AFTER_MS = 2000;

/** Hides the idle pointer: see `data-idle` in display.css. */
export function hideIdleCursor(): void {
  const page = document.documentElement;
  let timer = 0;
  const moved = () => {
    delete page.dataset.idle;
    clearTimeout(timer);
    timer = window.setTimeout(() => (page.dataset.idle = ''), IDLE_AFTER_MS);
  };
  addEventListener('pointermove', moved);
  moved();
}
