import { addressOf } from '$kit/assignment';
import { askAny } from '$kit/ask_any';
import type { Ask } from '$kit/present_server.svelte';
import { parse, type Access } from '$kit/protocol';

export type Entry = { kind: 'open'; address: string } | { kind: 'wrong' } | { kind: 'unreachable' };

/** Asks the server for the page that a code opens. */
export async function askAccess(code: string, ask: Ask = askAny): Promise<Entry> {
  try {
    const answer = await ask('/api/v1/access', {
      headers: { Authorization: `Bearer ${code}` },
      cache: 'no-store',
    });
    if (answer.status === 401 || answer.status === 403) return { kind: 'wrong' };
    if (!answer.ok) return { kind: 'unreachable' };
    const access = parse<Access>(await answer.text());
    return { kind: 'open', address: addressOf({ ...access, token: code }) };
  } catch {
    return { kind: 'unreachable' };
  }
}
