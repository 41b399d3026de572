/** What the service worker may answer from what it keeps. */

/** The site, as it was built. */
export interface Site {
  /** Addresses of the pages, each ending in `/`. */
  pages: readonly string[];
  /** Addresses whose names change with their content. */
  assets: readonly string[];
}

/** The part of a Request that decides. */
export interface Asked {
  method: string;
  url: string;
  mode: string;
}

export type Answer =
  /** Kept for good: the network is only asked for what is not there. */
  | { kind: 'asset'; path: string }
  /** The network's, or the kept one when that fails. */
  | { kind: 'page'; path: string }
  /** Not the worker's business: the browser does as if there was none. */
  | { kind: 'none' };

/** @param origin of this site, such as `https://rostrum.example` */
export function answerFor(asked: Asked, origin: string, site: Site): Answer {
  const url = new URL(asked.url);
  if (asked.method !== 'GET' || url.origin !== origin) return { kind: 'none' };
  const path = url.pathname;
  if (site.assets.includes(path)) return { kind: 'asset', path };
  if (asked.mode !== 'navigate') return { kind: 'none' };
  const page = site.pages.find((address) => address === path || address === `${path}/`);
  return page ? { kind: 'page', path: page } : { kind: 'none' };
}
