import { addressOf } from '$kit/assignment';
import type { AccessJson } from '$proto/http_pb';

/** Where a code leads, or why it leads nowhere. */
export type Entry = { kind: 'open'; address: string } | { kind: 'wrong' } | { kind: 'unreachable' };

/** Asks the server what a code opens. */
export async function askAccess(code: string, fetcher: typeof fetch = fetch): Promise<Entry> {
  try {
    const answer = await fetcher('/api/v1/access', {
      headers: { Authorization: `Bearer ${code}` },
      cache: 'no-store',
    });
    if (answer.status === 401 || answer.status === 403) return { kind: 'wrong' };
    if (!answer.ok) return { kind: 'unreachable' };
    return { kind: 'open', address: addressFrom((await answer.json()) as AccessJson, code) };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** What the server tells of a way in, as an address. */
export function addressFrom(told: AccessJson, token: string): string {
  return addressOf({
    token,
    roomId: told.roomId ?? '',
    role: told.role ?? 'ROLE_UNSPECIFIED',
    name: told.name ?? '',
    scene: told.scene ?? 'SCENE_UNSPECIFIED',
  });
}
