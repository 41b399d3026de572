import { at } from '$kit/present_server.svelte';
import type { RequestLinkJson } from '$proto/http_pb';

/** The link by which Missions ask for the floor; undefined if the server does not answer. */
export async function fetchRequestLink(
  { room, token }: { room: string; token: string },
  fetcher: typeof fetch = fetch,
): Promise<string | undefined> {
  try {
    const answer = await fetcher(at(`/api/v1/rooms/${encodeURIComponent(room)}/floor-link`), {
      headers: { Authorization: `Bearer ${token}` },
      cache: 'no-store',
    });
    if (!answer.ok) return undefined;
    return ((await answer.json()) as RequestLinkJson).url || undefined;
  } catch {
    return undefined;
  }
}
