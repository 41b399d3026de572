import type { RequestLinkJson } from '$proto/http_pb';

/** Where Missions ask for the floor; undefined when the server does not say so now. */
export async function fetchRequestLink(
  { room, token }: { room: string; token: string },
  fetcher: typeof fetch = fetch,
): Promise<string | undefined> {
  try {
    const answer = await fetcher(`/api/v1/rooms/${encodeURIComponent(room)}/floor-link`, {
      headers: { Authorization: `Bearer ${token}` },
      cache: 'no-store',
    });
    if (!answer.ok) return undefined;
    return ((await answer.json()) as RequestLinkJson).url || undefined;
  } catch {
    return undefined;
  }
}
