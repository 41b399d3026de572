import { afterFirstRender } from '../after_first_render';

/** Fetches the cached page again: the list of servers has changed, and with it where the page may connect. */
export let keepPageAgain = () => {};

/** Lets the browser cache this screen for a reload without a server; it does so only with TLS or on localhost. */
export async function keepPage(): Promise<void> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  await afterFirstRender();
  await navigator.serviceWorker.register('/service-worker.js').catch(() => {});
  const { active } = await navigator.serviceWorker.ready;
  const loaded = new Set<string>();
  // Languages and scenes that load later are cached as well.
  keepPageAgain = () => active?.postMessage([...loaded]);
  new PerformanceObserver((list) => {
    const before = loaded.size;
    for (const { name } of list.getEntries()) if (isAsset(name)) loaded.add(new URL(name).pathname);
    if (loaded.size > before) keepPageAgain();
  }).observe({ type: 'resource', buffered: true });
}

function isAsset(url: string): boolean {
  return url.startsWith(`${location.origin}/assets/`);
}
