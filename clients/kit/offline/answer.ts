/** What the service worker may answer from what it keeps. */

/** The part of a Request that decides. */
export interface Asked {
  method: string;
  url: string;
  mode: string;
}

export type Answer =
  /** Kept for good, because its name changes with its content: the network is asked for what is not there. */
  | 'asset'
  /** The network's, or the kept one when that fails. */
  | 'page'
  /** Not the worker's business: the browser does as if there was none. */
  | 'none';

/** @param origin of this site, such as `https://rostrum.example` */
export function answerFor(asked: Asked, origin: string): Answer {
  const { origin: of, pathname } = new URL(asked.url);
  if (asked.method !== 'GET' || of !== origin) return 'none';
  if (pathname.startsWith('/assets/')) return 'asset';
  const isScreen = /^\/([a-z]+\/)?$/.test(pathname);
  return asked.mode === 'navigate' && isScreen ? 'page' : 'none';
}
