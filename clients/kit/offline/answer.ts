/**
 * How the service worker answers a request:
 * - `asset`: from the cache, else the network; its name changes with its content
 * - `page`: from the network, else the cache
 * - `none`: leaves it to the browser
 */
export type Answer = 'asset' | 'page' | 'none';

/** @param origin of this site, such as `https://rostrum.example` */
export function answerFor(asked: Pick<Request, 'method' | 'url' | 'mode'>, origin: string): Answer {
  const { origin: of, pathname } = new URL(asked.url);
  if (asked.method !== 'GET' || of !== origin) return 'none';
  if (pathname.startsWith('/assets/')) return 'asset';
  const isScreen = /^\/([a-z]+\/)?$/.test(pathname);
  return asked.mode === 'navigate' && isScreen ? 'page' : 'none';
}
