import { afterPicture } from '../after_picture';

/**
 * Lets the browser keep the screens themselves, so that a reload without a server finds them. Where
 * the browser does not allow that (a page without TLS that is not on this machine), nothing happens.
 */
export function keepPages(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  void afterPicture().then(() =>
    navigator.serviceWorker.register('/service-worker.js').catch(() => {}),
  );
}
