import { keysOf } from '$kit/keyboard.svelte';

/** Key `f` or a double click toggles full screen. */
export function fullScreenOnRequest(): void {
  addEventListener('dblclick', toggle);
  addEventListener('keydown', (event) => {
    const { ctrlKey, metaKey, altKey, repeat } = event;
    if (keysOf(event).includes('f') && !ctrlKey && !metaKey && !altKey && !repeat) toggle();
  });
}

function toggle(): void {
  // Some browsers refuse, on a phone or in a frame.
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  else document.documentElement.requestFullscreen?.().catch(() => {});
}
