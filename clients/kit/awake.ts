/** Keeps the device's screen lit while the page is seen, where the browser allows it. */
export function keepAwake(): void {
  const ask = () => {
    // Refused on a low battery or without TLS: the screen then does as the device is set.
    if (!document.hidden) navigator.wakeLock?.request('screen').catch(() => {});
  };
  // The browser takes the lock back whenever the page is hidden.
  document.addEventListener('visibilitychange', ask);
  ask();
}
