import { afterFirstRender } from '../after_first_render';

/**
 * Lets the browser keep this screen, so that a reload without a server finds it. Where the browser
 * does not allow that (a page without TLS that is not on this machine), nothing happens.
 */
export async function keepPage(): Promise<void> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  await afterFirstRender();
  await navigator.serviceWorker.register('/service-worker.js').catch(() => {});
  const { active } = await navigator.serviceWorker.ready;
  const loaded = new Set<string>();
  // A language or a scene that is loaded later is kept as well.
  new PerformanceObserver((list) => {
    const before = loaded.size;
    for (const { name } of list.getEntries()) if (isAsset(name)) loaded.add(new URL(name).pathname);
    if (loaded.size > before) active?.postMessage([...loaded]);
  }).observe({ type: 'resource', buffered: true });
}

function isAsset(url: string): boolean {
  return url.startsWith(`${location.origin}/assets/`);
}
