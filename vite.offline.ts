// Makes the screens installable, and lets them open without a server.
import type { Plugin } from 'vite';

/** Links the manifest and the icons of clients/public in every page. */
export function installable(): Plugin {
  const link = (attrs: object) => ({ tag: 'link', attrs: { ...attrs }, injectTo: 'head' as const });
  return {
    name: 'rostrum-installable',
    transformIndexHtml: () => [
      link({ rel: 'manifest', href: '/rostrum.webmanifest' }),
      link({ rel: 'icon', href: '/icons/rostrum.svg', type: 'image/svg+xml' }),
      link({ rel: 'apple-touch-icon', href: '/icons/rostrum-180.png' }),
    ],
  };
}

/** The worker's address must never change; it can serve only its folder. */
export const serviceWorker = {
  source: 'clients/kit/offline/service_worker.ts',
  entryFileNames: ({ name }: { name: string }) =>
    name === 'service_worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
};
