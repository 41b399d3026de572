import type { Outside } from './link';
import { knownServers } from './present_server.svelte';

/** The link's environment in a browser. */
export function browser(room: string): Outside {
  const path = `/api/v1/rooms/${encodeURIComponent(room)}/live`;
  return {
    home: location.origin,
    servers: knownServers(),
    // http: becomes ws:, and https: wss:.
    socket: (server) => new WebSocket(server.replace('http', 'ws') + path, 'rostrum.v1.json'),
    now: () => performance.now(),
    random: Math.random,
    newId,
    after: (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
  };
}

/** 128 random bits: `crypto.randomUUID` is missing without TLS. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
