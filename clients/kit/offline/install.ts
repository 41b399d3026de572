import { afterFirstRender } from '../after_first_render';

/** Lets the browser cache this screen for a reload without a server; it does so only with TLS or on localhost. */
export async function keepPage(): Promise<void> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  await afterFirstRender();
  await navigator.serviceWorker.register('/service-worker.js').catch(() => {});
  const { active } = await navigator.serviceWorker.ready;
  const loaded = new Set<string>();
  // Languages and scenes that load later are cached as well.
  new PerformanceObserver((list) => {
    const before = loaded.size;
    for (const { name } of list.getEntries()) if (isAsset(name)) loaded.add(new URL(name).pathname);
    if (loaded.size > before) active?.postMessage([...loaded]);
  }).observe({ type: 'resource', buffered: true });
}

function isAsset(url: string): boolean {
  return url.startsWith(`${location.origin}/assets/`);
}
