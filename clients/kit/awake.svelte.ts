import { recall, remember } from './site_data';

const HINT = 'rostrum.sleep-hint';

let refused = $state(false);
let hidden = $state(recall(HINT) === 'hidden');

/** Keeps the device's display lit while the page is visible, if the browser allows it. */
export function keepAwake(): void {
  const ask = async () => {
    if (document.hidden) return;
    // Browsers refuse on a low battery, and have no lock without TLS; the device's own setting then applies.
    try {
      refused = !(await navigator.wakeLock.request('screen'));
    } catch {
      refused = true;
    }
  };
  // The browser releases the lock when the page is hidden.
  document.addEventListener('visibilitychange', () => void ask());
  void ask();
}

/** Whether to say that the device may turn its screen off. Reactive. */
export const sleepHint = (): boolean => refused && !hidden;

/** Says no more of it on this device. */
export function hideSleepHint(): void {
  hidden = true;
  remember(HINT, 'hidden');
}
