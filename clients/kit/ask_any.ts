import { knownServers, presentOrigin, stayAt, type Ask } from './present_server.svelte';

const PATIENCE_MS = 5000;

/**
 * For pages without a link: asks the present server and, if it does not answer, the others. Stays with the one that
 * does. Only for what may be asked twice.
 */
export const askAny: Ask = async (path, init) => {
  const origins = new Set([presentOrigin(), location.origin, ...knownServers()]);
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
