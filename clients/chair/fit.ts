import type { Address } from '$kit/address';
import { parse, type Fit } from '$kit/protocol';

/** What Reallocate would set, as the server counts it now. Rejects without an answer. */
export async function fetchFit({ room, token }: Address): Promise<Fit> {
  const answer = await fetch(`/api/v1/rooms/${encodeURIComponent(room)}/fit`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return parse(await answer.text());
}
