// What makes the screens installable, and lets them open without a server.
import type { Plugin } from 'vite';

/** Names the manifest and the icons of clients/public in every page. */
export function installable(): Plugin {
  const link = (attrs: Record<string, string>) => ({
    tag: 'link',
    attrs,
    injectTo: 'head' as const,
  });
  return {
    name: 'rostrum-installable',
    transformIndexHtml: () => [
      link({ rel: 'manifest', href: '/rostrum.webmanifest' }),
      link({ rel: 'icon', href: '/icons/rostrum.svg', type: 'image/svg+xml' }),
      link({ rel: 'apple-touch-icon', href: '/icons/rostrum-180.png' }),
    ],
  };
}

/** The worker's address must never change, nor its folder, which is all that it may serve. */
export const serviceWorker = {
  source: 'clients/kit/offline/service_worker.ts',
  entryFileNames: ({ name }: { name: string }) =>
    name === 'service_worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
};
