import { forget, recall, remember } from './site_data';

/** The server that this page talks to, and the others of the record: for requests over HTTP. */

const KNOWN = 'rostrum.servers';
const PATIENCE_MS = 5000;

/** Its origin; empty for the page's own, which need not be spelt out. */
let present = $state('');

/** The address of a path at the present server. Reactive. */
export const at = (path: string): string => present + path;

export function stayAt(origin: string): void {
  present = origin === location.origin ? '' : origin;
}

/** As the latest Welcome named them, on this visit or an earlier one. */
export function knownServers(): string[] {
  try {
    return JSON.parse(recall(KNOWN) ?? '[]') as string[];
  } catch {
    return [];
  }
}

/** @returns whether they are others than before */
export function knowServers(origins: readonly string[]): boolean {
  const json = JSON.stringify(origins);
  if (json === JSON.stringify(knownServers())) return false;
  if (origins.length > 0) remember(KNOWN, json);
  else forget(KNOWN);
  return true;
}

export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/**
 * For pages without a link: asks the present server and, if it does not answer, the others. Stays with the one that
 * does. Only for what may be asked twice.
 */
export const askAny: Ask = async (path, init) => {
  const origins = new Set([present || location.origin, location.origin, ...knownServers()]);
  let failed: unknown;
  for (const origin of origins) {
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const answer = await fetch(origin + path, { ...init, signal });
      // So a proxy says that its server is gone.
      if (answer.status >= 502 && origins.size > 1) continue;
      stayAt(origin);
      return answer;
    } catch (fault) {
      failed = fault;
    }
  }
  throw failed ?? new Error('no server answers');
};
