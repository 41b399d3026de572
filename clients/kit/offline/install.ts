/**
 * Lets the browser keep the screens themselves, so that a reload without a server finds them. Where
 * the browser does not allow that (a page without TLS that is not on this machine), nothing happens.
 */
export function keepPages(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  // After the screen is up: what it shows comes before what it may need one day.
  const register = () => navigator.serviceWorker.register('/service-worker.js').catch(() => {});
  if (document.readyState === 'complete') void register();
  else addEventListener('load', register, { once: true });
}
