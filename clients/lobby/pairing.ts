import type { PairingJson, PairingResultJson } from '$proto/http_pb';
import { addressFrom } from './access';

/** What a screen that waits to be let in shows, and keeps to itself. */
export interface OpenPairing {
  code: string;
  secret: string;
  /** By the server's clock. */
  expiresAtMs: number;
}

/** Where a pairing stands. */
export type Standing =
  | { kind: 'waiting' }
  | { kind: 'let-in'; address: string }
  /** Nobody typed the code in time: ask for another. */
  | { kind: 'gone' }
  | { kind: 'unreachable' };

/** Asks the server for a code. Undefined when it gives none now. */
export async function openPairing(fetcher: typeof fetch = fetch): Promise<OpenPairing | undefined> {
  try {
    const answer = await fetcher('/api/v1/pairings', { method: 'POST', cache: 'no-store' });
    if (!answer.ok) return undefined;
    const { code = '', secret = '', expiresAtUnixMs = '0' } = (await answer.json()) as PairingJson;
    if (!code || !secret) return undefined;
    return { code, secret, expiresAtMs: Number(expiresAtUnixMs) };
  } catch {
    return undefined;
  }
}

/** Whether somebody has typed the code. The server tells the token once. */
export async function askPairing(secret: string, fetcher: typeof fetch = fetch): Promise<Standing> {
  try {
    const answer = await fetcher('/api/v1/pairing', {
      headers: { Authorization: `Bearer ${secret}` },
      cache: 'no-store',
    });
    if ([401, 403, 404, 410].includes(answer.status)) return { kind: 'gone' };
    if (!answer.ok) return { kind: 'unreachable' };
    const told = (await answer.json()) as PairingResultJson;
    if (!told.token) return { kind: 'waiting' };
    return { kind: 'let-in', address: addressFrom(told, told.token) };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** `K7M 2PX`, to be read across a room. */
export function groupPairingCode(code: string): string {
  const half = code.length > 5 ? Math.ceil(code.length / 2) : code.length;
  return [code.slice(0, half), code.slice(half)].filter(Boolean).join(' ');
}
