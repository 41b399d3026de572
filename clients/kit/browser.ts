import type { Outside } from './link';

/** The link's environment in a browser. */
export function browser(room: string): Outside {
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const address = `${scheme}//${location.host}/api/v1/rooms/${encodeURIComponent(room)}/live`;
  return {
    socket: () => new WebSocket(address, 'rostrum.v1.json'),
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
