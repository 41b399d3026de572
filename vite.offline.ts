// What makes the screens installable, and lets them open without a server.
import { createHash } from 'node:crypto';
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
const fileName = 'service-worker.js';

export const serviceWorker = {
  source: 'clients/kit/offline/service_worker.ts',
  entryFileNames: ({ name }: { name: string }) =>
    name === 'service_worker' ? fileName : 'assets/[name]-[hash].js',

  /** Tells the worker what the site consists of. After everything else has its name. */
  plugin(): Plugin {
    return {
      name: 'rostrum-service-worker',
      enforce: 'post',
      apply: 'build',
      generateBundle: {
        order: 'post',
        handler(_options, bundle) {
          const files = Object.values(bundle).filter((file) => file.fileName !== fileName);
          const addresses = files.map((file) => `/${file.fileName}`).sort();
          const site = {
            pages: addresses
              .filter((address) => address.endsWith('/index.html'))
              .map((address) => address.slice(0, -'index.html'.length)),
            assets: addresses.filter((address) => address.startsWith('/assets/')),
            version: hashOf(files.map((file) => ('source' in file ? file.source : file.code))),
          };
          const worker = bundle[fileName];
          if (worker?.type !== 'chunk' || worker.imports.length > 0)
            throw new Error(`${fileName} must be one file`);
          worker.code = worker.code.replace('ROSTRUM_SITE', () => JSON.stringify(site));
        },
      },
    };
  },
};

function hashOf(contents: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex').slice(0, 16);
}
