import { writeAddress } from '$kit/address';
import type { AccessJson } from '$proto/http_pb';
import type { RoleJson } from '$proto/room_pb';

/** Where a code leads, or why it leads nowhere. */
export type Entry = { kind: 'open'; address: string } | { kind: 'wrong' } | { kind: 'unreachable' };

/** The screen of each role. An observer sees what the room sees. */
const screens: Record<RoleJson, string> = {
  ROLE_UNSPECIFIED: '/display/',
  ROLE_CHAIR: '/chair/',
  ROLE_SECRETARIAT: '/chair/',
  ROLE_DISPLAY: '/display/',
  ROLE_SPEAKER: '/speaker/',
  ROLE_OBSERVER: '/display/',
};

/** Asks the server what a code opens. */
export async function askAccess(code: string, fetcher: typeof fetch = fetch): Promise<Entry> {
  try {
    const answer = await fetcher('/api/v1/access', {
      headers: { Authorization: `Bearer ${code}` },
      cache: 'no-store',
    });
    if (answer.status === 401 || answer.status === 403) return { kind: 'wrong' };
    if (!answer.ok) return { kind: 'unreachable' };
    const { roomId = '', role = 'ROLE_UNSPECIFIED' } = (await answer.json()) as AccessJson;
    return { kind: 'open', address: screens[role] + writeAddress(roomId, code) };
  } catch {
    return { kind: 'unreachable' };
  }
}
