import { addressOf } from '$kit/assignment';
import { askAny } from '$kit/ask_any';
import type { Ask } from '$kit/present_server.svelte';
import { parse, type Pairing, type PairingResult } from '$kit/protocol';

/** The code that a screen shows until it is admitted, and its secret. */
export type OpenPairing = Pick<Pairing, 'code' | 'secret'>;

export type Standing =
  | { kind: 'waiting' }
  | { kind: 'let-in'; address: string }
  /** The code expired: ask for another. */
  | { kind: 'gone' }
  | { kind: 'unreachable' };

/** Asks the server for a code; undefined if it gives none now. */
export async function openPairing(ask: Ask = askAny): Promise<OpenPairing | undefined> {
  try {
    const answer = await ask('/api/v1/pairings', { method: 'POST', cache: 'no-store' });
    if (!answer.ok) return undefined;
    const { code, secret } = parse<Pairing>(await answer.text());
    return code && secret ? { code, secret } : undefined;
  } catch {
    return undefined;
  }
}

/** Asks whether the secretariat typed the code. The server sends the token once. */
export async function askPairing(secret: string, ask: Ask = askAny): Promise<Standing> {
  try {
    const answer = await ask('/api/v1/pairing', {
      headers: { Authorization: `Bearer ${secret}` },
      cache: 'no-store',
    });
    if ([401, 403, 404, 410].includes(answer.status)) return { kind: 'gone' };
    if (!answer.ok) return { kind: 'unreachable' };
    const result = parse<PairingResult>(await answer.text());
    return result.token ? { kind: 'let-in', address: addressOf(result) } : { kind: 'waiting' };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** `K7M 2PX`, to read from across a room. */
export function groupPairingCode(code: string): string {
  const half = code.length > 5 ? Math.ceil(code.length / 2) : code.length;
  return [code.slice(0, half), code.slice(half)].filter(Boolean).join(' ');
}
