/** Key `f` or a double click fills the screen with the page, or gives the screen back. */
export function fullScreenOnRequest(): void {
  addEventListener('dblclick', toggle);
  addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey, repeat }) => {
    if (key.toLowerCase() === 'f' && !ctrlKey && !metaKey && !altKey && !repeat) toggle();
  });
}

function toggle(): void {
  // A browser that will not (a phone, a frame) leaves the page as it is, which is still right.
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  else document.documentElement.requestFullscreen?.().catch(() => {});
}
