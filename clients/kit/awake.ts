/** Keeps the device's display lit while the page is visible, if the browser allows it. */
export function keepAwake(): void {
  const ask = () => {
    // Browsers refuse on a low battery or without TLS; the device's own setting then applies.
    if (!document.hidden) navigator.wakeLock?.request('screen').catch(() => {});
  };
  // The browser releases the lock when the page is hidden.
  document.addEventListener('visibilitychange', ask);
  ask();
}
